import { byReason, type corrections } from '@/db/schema'
import { isMaterialChange, type Report } from '@/lib/model'

export type CorrectionRow = typeof corrections.$inferSelect

/**
 * The corrections that a state of a report brings, given the one before it (null: there was none): its new notes or, where it
 * says something else without one, a row for the reason of its edition, so that nothing passes in silence (decision 12).
 */
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
  if (report.retracted && !before?.retracted) return [{ ...shared, verb: 'retracted', position: 0 }, ...corrected]
  const isSilent = before !== null && corrected.length === 0 && !report.retracted && isMaterialChange(before, report)
  return isSilent ? [{ ...shared, verb: 'corrected', position: byReason }] : corrected
}
