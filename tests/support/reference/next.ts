import { addDays, type Day, firstDay, lastDay } from '@/lib/model'
import { type ReferenceAnswer, referenceAnswer, saidIn } from './answer'
import type { KnownRecords } from './life'
import type { Asked } from './question'

/** Every day on which an answer could differ from the day before: steps told and assumed, phases, times of members. */
export function turningDays({ records, counted, assume, steps }: KnownRecords): Day[] {
  const spans = [
    ...records.changes.flatMap(({ alterations }) => alterations),
    ...records.dossier.dimensions.flatMap(({ members }) => (members ?? []).flatMap((member) => member.in)),
  ]
  const days = [
    ...counted.flatMap(({ report, date }) => report.effects.map(({ on }) => firstDay(on ?? date))),
    ...[...steps.values()].flat().map(({ day }) => day),
    ...spans.flatMap(({ from }) => (from ? [firstDay(from)] : [])),
    ...spans.flatMap(({ until }) => (until ? [addDays(lastDay(until), 1)] : [])),
    ...assume.values(),
  ]
  return [...new Set(days)].sort()
}

/** The first later day on which, by what is known, the answer differs, and that answer. */
export function referenceNext(known: KnownRecords, asked: Asked, on: Day): ({ on: Day } & ReferenceAnswer) | null {
  const now = saidIn(referenceAnswer(known, asked, on))
  for (const day of turningDays(known).filter((day) => day > on)) {
    const answer = referenceAnswer(known, asked, day)
    if (saidIn(answer) !== now) return { on: day, ...answer }
  }
  return null
}
