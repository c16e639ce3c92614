import { addDays } from '@/lib/model'
import {
  type Case,
  caseHistory,
  casesOf,
  comingDates,
  comparisonOf,
  compileDossier,
  decisionsOn,
  momentAt,
  turningDays,
  turningDaysAround,
  verdictOf,
} from '@/lib/policy'
import { median } from '../marks'
import { chance, largeDossier, sizes } from './dossier'

/* Asks a compiled dossier of one size: `asking.ts SIZE`. Prints the milliseconds of each question, medians of many. */

const compiled = compileDossier(largeDossier(sizes[process.argv[2] === 'tenth' ? 'tenth' : 'full']))
const random = chance(7)
const below = (limit: number): number => Math.floor(random() * limit)
const cases = casesOf(compiled, {})
const anyCase = (): Case => cases[below(cases.length)] as Case
const days = Array.from({ length: 9500 }, (_, at) => addDays('2000-01-01', at))
const anyDay = (): string => days[below(days.length)] ?? ''

function timesOf<T>(runs: number, ready: () => T, work: (given: T) => void): number[] {
  return Array.from({ length: runs }, () => {
    const given = ready()
    const began = performance.now()
    work(given)
    return performance.now() - began
  })
}
const medianOf = <T>(runs: number, ready: () => T, work: (given: T) => void) => median(timesOf(runs, ready, work))

function askMatrix(on: string): void {
  const moment = momentAt(compiled, { on })
  const [rows = [], columns = []] = compiled.dimensions.map(({ leaves }) => leaves.slice(0, 50))
  for (const thing of rows) for (const place of columns) decisionsOn(moment, { thing, place, purpose: 'purpose-0-0-0' })
}

const today = momentAt(compiled, { on: '2024-05-01' })
const [firstVerdict] = timesOf(1, anyCase, (kase) => verdictOf(today, kase))
const [around] = timesOf(1, anyDay, (day) => turningDaysAround(compiled, day))
console.log(
  JSON.stringify({
    firstVerdict,
    verdictOneDay: medianOf(4001, anyCase, (kase) => verdictOf(today, kase)),
    verdictAnyDay: medianOf(
      4001,
      () => ({ on: anyDay(), kase: anyCase() }),
      ({ on, kase }) => verdictOf(momentAt(compiled, { on }), kase),
    ),
    verdictAnyKnown: medianOf(
      4001,
      () => ({ on: anyDay(), known: anyDay(), kase: anyCase() }),
      ({ on, known, kase }) => verdictOf(momentAt(compiled, { on, known }), kase),
    ),
    matrix: medianOf(11, anyDay, askMatrix),
    around,
    aroundKnown: medianOf(3, anyDay, (day) => turningDaysAround(compiled, day, { known: day })),
    comingDates: medianOf(3, anyDay, (on) => comingDates(momentAt(compiled, { on }))),
    turningDays: timesOf(1, anyDay, () => turningDays(compiled))[0],
    caseHistory: medianOf(11, anyCase, (kase) => caseHistory(compiled, kase)),
    compare: medianOf(
      5,
      () => [anyDay(), anyDay()] as const,
      ([a, b]) => comparisonOf(momentAt(compiled, { on: a }), momentAt(compiled, { on: b })),
    ),
  }),
)
