import type { DateText } from '@/lib/model'
import type { Work } from './work'

const types: Record<Work['kind'], string> = { news: 'article-newspaper', official: 'report', page: 'webpage' }

const dateOf = (date: DateText) => ({ 'date-parts': [date.split('-').map(Number)] })

/** A work as CSL-JSON (Citation Style Language 1.0.2, input data): a list of one item. */
export function toCslJson({ id, kind, author, title, issued, url, accessed, language, note }: Work): string {
  const item = {
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
  return `${JSON.stringify([item], null, 2)}\n`
}
