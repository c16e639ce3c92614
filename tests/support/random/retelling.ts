import fc from 'fast-check'
import { addDays, type DossierRecords, type Report, reportSchema } from '@/lib/model'
import { knownOf } from '../reference/life'
import type { Reading } from '../reference/steps'
import type { ToldStep } from '../reference/told'

/** How a paper retells a step: how much of its date, and when. */
export interface Retelling {
  date: 'whole' | 'month' | 'year'
  published: 'next day' | 'years later'
  /** Which of the standing steps. */
  pick: number
}

export const anyRetelling: fc.Arbitrary<Retelling> = fc.record({
  date: fc.constantFrom('whole', 'month', 'year'),
  published: fc.constantFrom('next day', 'years later'),
  pick: fc.nat(20),
})

const lengths = { whole: 10, month: 7, year: 4 }

/** The steps that stand when everything is known, with their changes. */
export const standingSteps = (records: DossierRecords, reading: Reading): { change: string; step: ToldStep }[] =>
  [...knownOf(records, undefined, {}, reading).steps].flatMap(([change, steps]) =>
    steps.map((step) => ({ change, step })),
  )

/** The dossier and one report more, that tells a standing step once more; null where none stands. */
export function retold(
  records: DossierRecords,
  { date, published, pick }: Retelling,
  reading: Reading,
): DossierRecords | null {
  const standing = standingSteps(records, reading)
  const told = standing[pick % standing.length]
  if (!told) return null
  const { change, step } = told
  const report: Report = reportSchema.parse({
    ...{ id: 'retold', source: 'unknown-paper', headline: 'Retold' },
    published: published === 'next day' ? addDays(step.by.out, 1) : '2030-01-01',
    effects: [{ change, kind: 'moves', stage: step.stage, on: step.date.slice(0, lengths[date]) }],
  })
  return { ...records, reports: [...records.reports, report] }
}
