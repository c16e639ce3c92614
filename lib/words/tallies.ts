import type { EditionSummary } from '@/lib/events/edition-summary'
import { recordKinds } from '@/lib/model'
import type { DeskWords } from './desk-messages'

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
