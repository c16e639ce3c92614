import { type DateText, firstDay, type Stage } from '@/lib/model'
import { type CaseClass, classesOf } from '@/lib/policy/answer/classes'
import { type Decision, decideBy, sameAnswer } from '@/lib/policy/answer/verdict'
import { findChange } from '@/lib/policy/compiled/find'
import type { Case, CompiledChange } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { type Ahead, aheadOf, inForceSince, turningDates } from '@/lib/policy/standing/ahead'
import { lifeAt } from '@/lib/policy/standing/life'
import type { Life, Moment } from '@/lib/policy/standing/moment'
import { pendingOn } from '@/lib/policy/standing/status'

/** Something that is to become of a question's answers, or would if a change were adopted. */
export interface Prospect {
  /** `comes`: as the law stands, decisions with a date included; `would`: if the change is adopted. */
  kind: 'comes' | 'would'
  change: string
  stage: Stage
  /** The step by which the change stands at that stage, as its report dates it. */
  since: DateText
  /** From when, where that is still to come; null: as soon as the change is in force. */
  from: DateText | null
  /** The cases that it moves, those with the same rules together: from what they would be otherwise. */
  moved: DifferingClass[]
  /** What becomes of them afterwards by the same change, where that is the same for all. */
  later: { from: DateText; after: Decision }[]
}

export interface DifferingClass {
  example: Case
  cases: number
  before: Decision
  after: Decision
}

/** A question whose cases differ in more ways than this has no outlook: name more dimensions. */
const mostClasses = 500

/**
 * What is to become of a question's answers as foreseen at a moment: first what comes by itself, by date, then what each pending
 * change would make of it. A change that would move no answer stays out. A question is asked in two languages: what was found is
 * remembered for as long as the moment is.
 */
export const outlookOf: (moment: Moment, question: Record<string, string>) => readonly Prospect[] | 'tooWide' =
  rememberEach((moment, question) => workOut(moment, classesOf(moment.compiled, question)), {
    key: (question, { compiled }) => JSON.stringify(compiled.dimensions.map(({ dimension }) => question[dimension.id])),
    most: 64,
  })

function workOut(moment: Moment, classes: readonly CaseClass[]): readonly Prospect[] | 'tooWide' {
  if (classes.length > mostClasses) return 'tooWide'
  const { compiled, on } = moment
  const ahead = aheadOf(moment)
  const rules = [...new Set(classes.flatMap((one) => one.rules))]
  const pending = new Set(pendingOn(moment, rules).map(({ change }) => change))
  const changes = compiled.changes.filter(({ id }) => pending.has(id))
  const dates = turningDates(
    rules,
    on,
    changes.flatMap(({ id }) => ahead.comes(id) ?? []),
  )
  const days = [on, ...dates.map(firstDay)]
  const within: Within = { moment, ahead, dates, days, classes, usual: courses(days, classes, (day) => ahead.on(day)) }
  const open = changes.filter((change) => {
    const life = lifeAt(moment, change)
    return life && life.stage !== 'in_force' && ahead.comes(change.id) === undefined
  })
  return [...coming(within), ...open.flatMap((change) => adopted(within, change))]
}

interface Within {
  moment: Moment
  ahead: Ahead
  dates: DateText[]
  /** The day asked about, then the dates. */
  days: string[]
  classes: readonly CaseClass[]
  /** Per class what is decided on each of the days, if nothing more is adopted. */
  usual: Decision[][]
}

const courses = (days: string[], classes: readonly CaseClass[], on: (day: string) => Moment): Decision[][] =>
  classes.map(({ rules }) => days.map((day) => decideBy(on(day), rules)))

const told = ({ id }: CompiledChange, life: Life) => ({
  change: id,
  stage: life.stage,
  since: life.last?.effect.on ?? life.on,
})

/** The turns that come by what is in force or decided, date by date, those of one change together. */
function coming({ moment, dates, days, classes, usual }: Within): Prospect[] {
  return dates.flatMap((from, at) => {
    const byChange = new Map<string, DifferingClass[]>()
    classes.forEach(({ example, cases }, place) => {
      const [before, after] = [usual[place]?.[at], usual[place]?.[at + 1]]
      if (!before || !after || sameAnswer(before, after)) return
      const starts = after.change !== null && (after.since === days[at + 1] || after.change !== before.change)
      const by = (starts ? after.change : before.change) ?? after.change ?? ''
      byChange.set(by, [...(byChange.get(by) ?? []), { example, cases, before, after }])
    })
    return [...byChange].flatMap(([id, moved]): Prospect[] => {
      const change = findChange(moment.compiled, id)
      const life = change && lifeAt(moment, change)
      return change && life ? [{ kind: 'comes', ...told(change, life), from, moved, later: [] }] : []
    })
  })
}

/** What a change would bring: for each class from the first day on which its answer would differ. */
function adopted({ moment, ahead, dates, days, classes, usual }: Within, change: CompiledChange): Prospect[] {
  const life = lifeAt(moment, change)
  if (!life) return []
  const assumed = inForceSince(moment.on)
  const altered = new Set(change.change.alterations.map(({ rule }) => rule))
  const firsts = new Map<number, { moved: DifferingClass[]; courses: Decision[][] }>()
  classes.forEach(({ example, cases, rules }, place) => {
    if (!rules.some(({ id }) => altered.has(id))) return
    const otherwise = usual[place] ?? []
    const course = days.map((day) => decideBy(ahead.on(day, [change.id, assumed]), rules))
    const first = course.findIndex((after, at) => !sameAnswer(after, otherwise[at] as Decision))
    const [before, after] = [otherwise[first], course[first]]
    if (!before || !after) return
    const group = firsts.get(first) ?? { moved: [], courses: [] }
    group.moved.push({ example, cases, before, after })
    group.courses.push(ownCourse(course, otherwise, first))
    firsts.set(first, group)
  })
  return [...firsts]
    .sort(([a], [b]) => a - b)
    .map(([first, { moved, courses: all }]): Prospect => {
      const from = first === 0 ? null : (dates[first - 1] ?? null)
      const [course = []] = all
      const together = all.every((one) => sameCourse(one, course))
      const later = together ? stepsOf(course).map(([at, after]) => ({ from: dates[first + at - 1] ?? '', after })) : []
      return { kind: 'would', ...told(change, life), from, moved, later }
    })
}

const sameCourse = (a: Decision[], b: Decision[]): boolean =>
  a.length === b.length && a.every((decision, at) => sameAnswer(decision, b[at] as Decision))

/** What a course says from its first difference on, up to where it has come back for good to what it would be otherwise. */
function ownCourse(course: Decision[], otherwise: Decision[], first: number): Decision[] {
  const last = course.findLastIndex((decision, at) => !sameAnswer(decision, otherwise[at] as Decision))
  return course.slice(first, last + 2)
}

/** The places at which a course turns, and to what. */
const stepsOf = (course: Decision[]): [number, Decision][] =>
  course.flatMap((decision, at): [number, Decision][] => {
    const before = course[at - 1]
    return before && !sameAnswer(before, decision) ? [[at, decision]] : []
  })
