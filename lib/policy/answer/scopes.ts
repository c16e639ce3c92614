import type { Scope, Text } from '@/lib/model'
import { meet } from '@/lib/policy/compiled/bits'
import type { Compiled, CompiledChange } from '@/lib/policy/compiled/types'
import { lifeAt } from '@/lib/policy/standing/life'
import type { Life, Moment } from '@/lib/policy/standing/moment'
import { valueHeld } from './members'
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
 * The changes that are about some of the cases of a question and exist at the moment, the latest moved first. Both may name members:
 * what is about one country is not about another that stands in the same value. They are told beside the answer and have no part
 * in it (model, section 3, `concerns`).
 */
export const changesConcerning = (moment: Moment, question: Record<string, string>): Concerning[] =>
  moment.compiled.changes
    .flatMap((change): Concerning[] => {
      const { concerns } = change.change
      if (!concerns || !isAbout(moment, question, concerns)) return []
      const life = lifeAt(moment, change)
      return life ? [{ change, life }] : []
    })
    .sort((a, b) => (a.life.on < b.life.on ? 1 : a.life.on > b.life.on ? -1 : 0))

/** Whether a question and what a change is about meet in every dimension that both name. */
function isAbout({ compiled, on }: Moment, question: Record<string, string>, concerns: Scope): boolean {
  return compiled.dimensions.every(({ dimension, members, valueBits }) => {
    const [asked, about] = [question[dimension.id], concerns[dimension.id]]
    if (!asked || !about) return true
    const leavesOf = (id: string) => {
      const member = members.get(id)
      return valueBits.get((member ? valueHeld(member, on) : id) ?? '')
    }
    return about.some((id) => {
      if (id === asked) return true
      if (members.has(id) && members.has(asked)) return false
      const [ours, theirs] = [leavesOf(asked), leavesOf(id)]
      return ours !== undefined && theirs !== undefined && meet(ours, theirs)
    })
  })
}

/** What a dossier notes on why it does not follow some of the cases of a question, which names no members. */
export const untrackedNotes = (compiled: Compiled, question: Question): Text[] =>
  (compiled.dossier.untracked ?? []).flatMap(({ scope, note }) =>
    note !== undefined && overlap(compiled, question, scope) ? [note] : [],
  )
