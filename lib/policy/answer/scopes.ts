import type { Scope, Text } from '@/lib/model'
import { meet } from '@/lib/policy/compiled/bits'
import type { Compiled, CompiledChange } from '@/lib/policy/compiled/types'
import { lifeAt } from '@/lib/policy/standing/life'
import type { Life, Moment } from '@/lib/policy/standing/moment'
import { leavesAskedBy, type Question } from './question'

/** Whether two sets of cases have one in common. Neither names members. */
function overlap(compiled: Compiled, a: Question, b: Scope): boolean {
  const [ours, theirs] = [leavesAskedBy(compiled, a), leavesAskedBy(compiled, b)]
  return ours.every((leaves, at) => {
    const other = theirs[at]
    return other !== undefined && meet(leaves, other)
  })
}

/** A change that is about the cases of a question though it alters no rule for it, and where it stands. */
export interface Concerning {
  change: CompiledChange
  life: Life
}

/**
 * The changes that are about some of the cases of a question and exist at the moment, the latest moved first. The question names
 * no members. They are told beside the answer and have no part in it (model, section 3, `concerns`).
 */
export const changesConcerning = (moment: Moment, question: Question): Concerning[] =>
  moment.compiled.changes
    .flatMap((change): Concerning[] => {
      const { concerns } = change.change
      if (!concerns || !overlap(moment.compiled, question, concerns)) return []
      const life = lifeAt(moment, change)
      return life ? [{ change, life }] : []
    })
    .sort((a, b) => (a.life.on < b.life.on ? 1 : a.life.on > b.life.on ? -1 : 0))

/** What a dossier notes on why it does not follow some of the cases of a question, which names no members. */
export const untrackedNotes = (compiled: Compiled, question: Question): Text[] =>
  (compiled.dossier.untracked ?? []).flatMap(({ scope, note }) =>
    note !== undefined && overlap(compiled, question, scope) ? [note] : [],
  )
