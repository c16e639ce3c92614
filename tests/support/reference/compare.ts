import type { DossierRecords } from '@/lib/model'
import { type ReferenceAnswer, referenceAnswer, saidIn } from './answer'
import { knownOf } from './life'
import { referenceNext } from './next'
import type { Asked } from './question'
import type { AskedMoment } from './verdict'

export type DifferenceKind =
  | 'relaxes'
  | 'tightens'
  | 'introduces'
  | 'repeals'
  | 'alters'
  | 'postpones'
  | 'brings_forward'
  | 'schedules'
  | 'cancels'

const rank: Record<string, number> = { prohibited: 0, required: 1, conditional: 2, not_required: 3, permitted: 3 }

/** Untracked against unstated is no difference. */
const plain = (answer: ReferenceAnswer): ReferenceAnswer =>
  answer.disposition === 'untracked' ? { ...answer, disposition: 'unstated' } : answer

const dutiesIn = ({ duties }: ReferenceAnswer): string[] =>
  duties.map(({ rule, disposition, conditions }) => JSON.stringify([rule, disposition, conditions]))

function directionBetween(a: ReferenceAnswer, b: ReferenceAnswer): DifferenceKind {
  if (a.disposition !== b.disposition) {
    if (a.disposition === 'unstated') return 'introduces'
    if (b.disposition === 'unstated') return 'repeals'
    const further = (rank[b.disposition] ?? 0) - (rank[a.disposition] ?? 0)
    return further > 0 ? 'relaxes' : further < 0 ? 'tightens' : 'alters'
  }
  if (JSON.stringify(a.conditions) !== JSON.stringify(b.conditions)) return 'alters'
  const [before, after] = [dutiesIn(a), dutiesIn(b)]
  if (before.every((duty) => after.includes(duty))) return 'tightens'
  return after.every((duty) => before.includes(duty)) ? 'relaxes' : 'alters'
}

/** How the answer to a case differs between two moments, or null. */
export function referenceDifference(records: DossierRecords, kase: Asked, from: AskedMoment, to: AskedMoment) {
  const [a, b] = [from, to].map(({ on, known: knownOn, assume }) => {
    const known = knownOf(records, knownOn, assume)
    return { answer: plain(referenceAnswer(known, kase, on)), next: referenceNext(known, kase, on) }
  })
  if (!a || !b) return null
  if (saidIn(a.answer) !== saidIn(b.answer)) return directionBetween(a.answer, b.answer)
  if (a.next === null || b.next === null) return a.next ? 'cancels' : b.next ? 'schedules' : null
  if (a.next.on !== b.next.on) return a.next.on < b.next.on ? 'postpones' : 'brings_forward'
  return saidIn(plain(a.next)) === saidIn(plain(b.next)) ? null : 'alters'
}
