import { addDays, type Day, daysBetween, lastDay } from '@/lib/model'
import { dayOfNumber } from '@/lib/policy/compiled/steps'
import type { Compiled } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { courseOf } from '@/lib/policy/standing/course'

/** The days on which anything may happen to a dossier by itself; on all others nothing does. */
const daysThatMayTell = remember((compiled: Compiled): ReadonlySet<Day> => {
  const days = new Set<Day>()
  for (const rule of compiled.rules) for (const day of courseOf(rule).turns) days.add(dayOfNumber(day))
  for (const { effects, life } of compiled.changes) {
    for (const { on } of effects) days.add(on)
    for (const { day } of life.steps) days.add(day)
  }
  for (const { report, day } of compiled.reports.values()) {
    if (report.expectations.length === 0) continue
    days.add(day)
    for (const { until } of report.expectations) if (until !== undefined) days.add(addDays(lastDay(until), 1))
  }
  return days
})

/** The days after one and up to another on which something may happen to a dossier by itself, in order. */
export function daysToTell(compiled: Compiled, after: Day, until: Day): Day[] {
  const may = daysThatMayTell(compiled)
  if (daysBetween(after, until) > may.size) return [...may].filter((day) => day > after && day <= until).sort()
  const days: Day[] = []
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (may.has(day)) days.push(day)
  return days
}
