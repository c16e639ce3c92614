import type { DateText } from '@/lib/model'
import type { Work } from './work'

const types: Record<Work['kind'], string> = { news: 'article-newspaper', official: 'report', page: 'webpage' }

const dateOf = (date: DateText) => ({ 'date-parts': [date.split('-').map(Number)] })

/** Works as CSL-JSON (Citation Style Language 1.0.2, input data): a list of items. */
export const toCslJson = (works: readonly Work[]): string => `${JSON.stringify(works.map(itemOf), null, 2)}\n`

function itemOf({ id, kind, author, title, issued, url, accessed, language, note }: Work) {
  return {
    id,
    type: types[kind],
    author: [{ literal: author }],
    title,
    issued: dateOf(issued),
    URL: url,
    accessed: dateOf(accessed),
    language,
    note,
  }
}
