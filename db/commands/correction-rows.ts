import type { corrections } from '@/db/schema'
import type { Report } from '@/lib/model'

export type CorrectionRow = typeof corrections.$inferSelect

/** The public notes that a state of a report carries and the one before it did not; null: there was none before. */
export function correctionRows(
  report: Report,
  before: Report | null,
  state: Pick<CorrectionRow, 'dossier' | 'revision' | 'edition'>,
): CorrectionRow[] {
  const shared = { ...state, report: report.id }
  const known = new Set((before?.corrections ?? []).map((note) => JSON.stringify(note)))
  const corrected = (report.corrections ?? []).flatMap((note, position): CorrectionRow[] =>
    known.has(JSON.stringify(note)) ? [] : [{ ...shared, verb: 'corrected', position }],
  )
  return report.retracted && !before?.retracted
    ? [{ ...shared, verb: 'retracted', position: 0 }, ...corrected]
    : corrected
}
