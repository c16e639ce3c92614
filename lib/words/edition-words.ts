import type { EditionSummary } from '@/lib/events/edition-summary'
import { recordKinds } from '@/lib/model'
import type { DeskWords } from './desk-messages'
import type { Translator } from './messages'

/** Why the program itself publishes, as it is kept and signed: a first start with content, and one without. */
export const firstReasons = { first: 'First edition', firstEmpty: 'First edition, with nothing in it yet' } as const

/** Why an edition was published: the program's own reasons in the reader's language, others in the words of who published. */
export function reasonInWords(t: Translator, reason: string): string {
  if (reason === firstReasons.first) return t('edition.first')
  return reason === firstReasons.firstEmpty ? t('edition.firstEmpty') : reason
}

/** How many records of each kind an edition made, changed and removed: “report: 3 new, 1 removed · rule: 2 changed”. */
export function talliesInWords(t: DeskWords, records: EditionSummary['records']): string {
  const parts = recordKinds.flatMap((kind) => {
    const counts = records[kind]
    if (!counts) return []
    const said = (['created', 'updated', 'removed'] as const).flatMap((how) =>
      counts[how] ? [t(`editions.${how}`, { count: counts[how] })] : [],
    )
    return [t('editions.tally', { kind: t(`kind.${kind}`), parts: said.join(t('editions.between')) })]
  })
  return parts.join(' · ')
}
