import type { DateText, Day, Stage } from '@/lib/model'
import { type CaseClass, classesOf } from '@/lib/policy/answer/classes'
import { type Decision, decideWith, sameAnswer } from '@/lib/policy/answer/decide'
import { standIn } from '@/lib/policy/answer/members'
import { findChange } from '@/lib/policy/compiled/find'
import { dayNumber, dayOfNumber } from '@/lib/policy/compiled/steps'
import type { Case, CompiledChange, CompiledRule } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { statusesOn, turnsAfter } from '@/lib/policy/standing/courses'
import { stepsKnown } from '@/lib/policy/standing/known'
import { lifeAt } from '@/lib/policy/standing/life'
import { assumingAlso, type Life, type Moment } from '@/lib/policy/standing/moment'
import { pendingOn } from '@/lib/policy/standing/status'
import { datesNamed } from './history'

/** Something that is to become of a question's answers, or would if a change were adopted. */
export interface Prospect {
  /** `comes`: by what is known; `would`: if the change is adopted. */
  kind: 'comes' | 'would'
  change: string
  stage: Stage
  /** The step by which the change stands at that stage, as its report dates it; of one still to be taken its own date. */
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
 * What is to become of a question's answers by what is known at a moment: first what comes by itself, by date, then what each
 * pending change would make of it. A change that would move no answer stays out. A question is asked in two languages: what was
 * found is remembered for as long as the moment is.
 */
export const outlookOf: (moment: Moment, question: Record<string, string>) => readonly Prospect[] | 'tooWide' =
  rememberEach(
    (moment, question) => {
      const values = standIn(moment.compiled, question, moment.on)
      return values ? workOut(moment, classesOf(moment.compiled, values)) : []
    },
    {
      key: (question, { compiled }) =>
        JSON.stringify(compiled.dimensions.map(({ dimension }) => question[dimension.id])),
      most: 64,
    },
  )

interface Within {
  moment: Moment
  rules: readonly CompiledRule[]
  classes: readonly CaseClass[]
  /** How the days on which rules turn are told. */
  shown: (day: Day) => DateText
}

function workOut(moment: Moment, classes: readonly CaseClass[]): readonly Prospect[] | 'tooWide' {
  if (classes.length > mostClasses) return 'tooWide'
  const rules = [...new Set(classes.flatMap((one) => one.rules))]
  const dates = datesNamed(rules, { known: moment.known ?? undefined })
  const within: Within = { moment, rules, classes, shown: (day) => dates.get(day) ?? day }
  const pending = new Set(pendingOn(moment, rules).map(({ change }) => change))
  const open = moment.compiled.changes.filter(
    (change) =>
      pending.has(change.id) && lifeAt(moment, change)?.stage !== 'in_force' && !comesByItself(moment, change),
  )
  return [...coming(within), ...open.flatMap((change) => adopted(within, change))]
}

const comesByItself = (moment: Moment, change: CompiledChange): boolean =>
  stepsKnown(change, moment.limits.known).steps.some(({ on, stage }) => on > moment.limits.on && stage === 'in_force')

/** What is decided for each class on each of some days. */
const coursesOf = (moment: Moment, days: readonly Day[], classes: readonly CaseClass[]): Decision[][] => {
  const onDays = days.map((day) => statusesOn(moment, dayNumber(day)))
  return classes.map((one) => onDays.map((statusOf) => decideWith(moment.compiled, one, statusOf)))
}

const daysFrom = (moment: Moment, rules: readonly CompiledRule[]): Day[] => [
  moment.on,
  ...turnsAfter(moment, rules, moment.limits.on).map(dayOfNumber),
]

const told = ({ id }: CompiledChange, life: Life) => ({ change: id, stage: life.stage, since: life.date })

/** The turns that come by what is known, date by date, those of one change together. */
function coming({ moment, rules, classes, shown }: Within): Prospect[] {
  const days = daysFrom(moment, rules)
  const usual = coursesOf(moment, days, classes)
  return days.slice(1).flatMap((day, at) => {
    const byChange = new Map<string, DifferingClass[]>()
    classes.forEach(({ example, cases }, place) => {
      const [before, after] = [usual[place]?.[at], usual[place]?.[at + 1]]
      if (!before || !after || sameAnswer(before, after)) return
      const by = bringing(before, after, day)
      byChange.set(by, [...(byChange.get(by) ?? []), { example, cases, before, after }])
    })
    return [...byChange].flatMap(([id, moved]): Prospect[] => {
      const change = findChange(moment.compiled, id)
      const life = change && (lifeAt(moment, change) ?? lifeOn(moment, change, day))
      return change && life ? [{ kind: 'comes', ...told(change, life), from: shown(day), moved, later: [] }] : []
    })
  })
}

const lifeOn = (moment: Moment, change: CompiledChange, day: Day): Life | null =>
  lifeAt({ ...moment, on: day, limits: { ...moment.limits, on: dayNumber(day) } }, change)

/** The change that brings another answer on a day: the one that then decides, a duty that begins or ends, or what decided before. */
function bringing(before: Decision, after: Decision, day: Day): string {
  const starts = after.change !== null && (after.since === day || after.change !== before.change)
  const decided = starts ? after.change : before.change
  const said = before.disposition === after.disposition && before.rule === after.rule
  const isKnown = (list: Decision['duties'], { rule, disposition }: Decision['duties'][number]) =>
    list.some((other) => other.rule === rule && other.disposition === disposition)
  const duty = said
    ? (after.duties.find((one) => !isKnown(before.duties, one)) ??
      before.duties.find((one) => !isKnown(after.duties, one)))
    : undefined
  return duty?.change ?? decided ?? after.change ?? ''
}

/** What a change would bring: for each class from the first day on which its answer would differ. */
function adopted({ moment, rules, classes, shown }: Within, change: CompiledChange): Prospect[] {
  const life = lifeAt(moment, change)
  if (!life) return []
  const assumed = assumingAlso(moment, new Map([[change.id, moment.on]]))
  const days = [...new Set([...daysFrom(moment, rules), ...daysFrom(assumed, rules)])].sort()
  const altered = new Set(change.change.alterations.map(({ rule }) => rule))
  const concerned = classes.filter((one) => one.rules.some(({ id }) => altered.has(id)))
  const usual = coursesOf(moment, days, concerned)
  const firsts = new Map<number, { moved: DifferingClass[]; courses: Decision[][] }>()
  coursesOf(assumed, days, concerned).forEach((course, place) => {
    const { example, cases } = concerned[place] as CaseClass
    const otherwise = usual[place] ?? []
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
      const from = first === 0 ? null : shown(days[first] ?? '')
      const [course = []] = all
      const together = all.every((one) => sameCourse(one, course))
      const later = together
        ? stepsOf(course).map(([at, after]) => ({ from: shown(days[first + at] ?? ''), after }))
        : []
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
