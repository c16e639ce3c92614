import { unknownSince } from '@/app/_components/over-time/expected-days'
import type { HistoryRow } from '@/app/_components/over-time/HistoryTable'
import { withUnknown } from '@/app/_components/over-time/unknown-rows'
import {
  type Compiled,
  delayOf,
  doubtOfRule,
  findRule,
  type Moment,
  momentAt,
  ruleHistory,
  silencedBy,
  waitingHistory,
} from '@/lib/policy'

/** The periods of a rule: while a change in force let it wait, then what it said, and since when nobody knows. */
export function rowsOfRule(compiled: Compiled, id: string, moment: Moment): HistoryRow[] {
  const found = findRule(compiled, id)
  const doubt = found ? doubtOfRule(moment, found) : null
  const unknown = doubt && { since: unknownSince(doubt.overdue), change: doubt.overdue.change.id }
  return withUnknown(historyOf(compiled, id), unknown)
}

function historyOf(compiled: Compiled, id: string): HistoryRow[] {
  const quiet: Pick<HistoryRow, 'disposition' | 'conditions'> = { disposition: 'unstated', conditions: [] }
  const waiting = waitingHistory(compiled, id).map(({ value, ...period }): HistoryRow => {
    const stopped = value?.from === null ? value.stage : undefined
    return { ...period, ...quiet, change: value?.change ?? null, stopped, appliesFrom: value?.from ?? undefined }
  })
  const spoken = ruleHistory(compiled, id).map(({ value, ...period }): HistoryRow => {
    const silenced = value ? null : silencedBy(momentAt(compiled, { on: period.from }), id)
    return value
      ? { ...period, ...value, delay: delayOf(compiled, value, id) }
      : { ...period, ...quiet, change: silenced?.change ?? null, stopped: silenced?.stage }
  })
  return [...waiting, ...spoken]
}
