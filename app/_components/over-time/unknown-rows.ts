import { addDays, type Day } from '@/lib/model'
import type { HistoryRow } from './HistoryTable'

/** Since when nobody knows what is said, and by which change that is so. */
export interface UnknownSince {
  since: Day
  change: string
}

/** A history in which what nobody knows is a period of its own, behind what held until then. Later periods stay. */
export function withUnknown(rows: readonly HistoryRow[], unknown: UnknownSince | null): HistoryRow[] {
  if (!unknown) return [...rows]
  const { since, change } = unknown
  return rows.flatMap((row) => {
    if (row.from > since || (row.until !== null && row.until < since)) return [row]
    const later: HistoryRow = {
      ...{ from: since, shown: since, until: row.until, disposition: 'unknown', conditions: [], change },
      ...(row.rule !== undefined && { rule: null }),
    }
    return row.from < since ? [{ ...row, until: addDays(since, -1) }, later] : [later]
  })
}
