import { type Day, pendingStages, type Spoken, type Stage, type Text } from '@/lib/model'
import type { Compiled, CompiledAlteration, CompiledChange, CompiledRule, Move } from './compile'

/** Where a change stands at a moment. */
export interface Life {
  stage: Stage
  /** The first day of the stage it is in: the `on` of the step that gave it. */
  on: Day
  /** Start of the trailing unbroken run of `in_force`; null unless the stage is `in_force`. */
  inForceOn: Day | null
  /** The step that gives the stage; null in an assumed life. */
  last: Move | null
}

/** What a rule says at a moment, and by which change. */
export interface Status {
  disposition: Spoken
  conditions: Text[]
  since: Day
  change: string
  alteration: CompiledAlteration
}

export interface MomentOptions {
  /** The day the rules are asked about. */
  on: Day
  /** Only reports published by the end of this day count; left out: all of them. */
  known?: Day | undefined
  /** Lives put in place of the reported ones, for asking "what if"; null: the change does not exist. */
  assume?: ReadonlyMap<string, Life | null>
}

/** A compiled dossier on a day, as known by a day. Lives and statuses are worked out when first asked for. */
export interface Moment {
  compiled: Compiled
  on: Day
  known: Day | null
  assume: ReadonlyMap<string, Life | null> | null
  lives: (Life | null | undefined)[]
  statuses: (Status | null | undefined)[]
}

const mostMoments = 64

/** The dossier at (on, known). Moments without assumptions are shared. */
export function momentAt(compiled: Compiled, { on, known, assume }: MomentOptions): Moment {
  const key = `${on} ${known ?? ''}`
  const shared = assume ? undefined : compiled.moments.get(key)
  if (shared) return shared
  const moment: Moment = { compiled, on, known: known ?? null, assume: assume ?? null, lives: [], statuses: [] }
  if (assume) return moment
  const oldest = compiled.moments.size >= mostMoments ? compiled.moments.keys().next().value : undefined
  if (oldest !== undefined) compiled.moments.delete(oldest)
  compiled.moments.set(key, moment)
  return moment
}

const counts = (move: { on: Day; day: Day }, moment: Moment): boolean =>
  move.on <= moment.on && (moment.known === null || move.day <= moment.known)

/** The life of a change at the moment; null when the change does not exist yet, or not at all. */
export function lifeOf(moment: Moment, changeId: string): Life | null {
  const change = moment.compiled.changes[moment.compiled.changeIndex.get(changeId) ?? -1]
  return change ? lifeAt(moment, change) : null
}

/** As `lifeOf`, for a compiled change. */
export function lifeAt(moment: Moment, change: CompiledChange): Life | null {
  const known = moment.lives[change.index]
  if (known !== undefined) return known
  const assumed = moment.assume?.get(change.change.id)
  const life = assumed !== undefined ? assumed : reportedLife(moment, change.moves)
  moment.lives[change.index] = life
  return life
}

function reportedLife(moment: Moment, moves: Move[]): Life | null {
  let last: Move | null = null
  let inForceOn: Day | null = null
  for (let at = moves.length - 1; at >= 0; at--) {
    const move = moves[at] as Move
    if (!counts(move, moment)) continue
    last ??= move
    if (move.stage !== 'in_force') break
    inForceOn = move.on
  }
  return last && { stage: last.stage, on: last.on, inForceOn: last.stage === 'in_force' ? inForceOn : null, last }
}

/** The steps that a change has taken by the moment, in the order of its life. */
export function stepsOf(moment: Moment, changeId: string): Move[] {
  const change = moment.compiled.changes[moment.compiled.changeIndex.get(changeId) ?? -1]
  return change ? change.moves.filter((move) => counts(move, moment)) : []
}

/** The effects of any kind that bear on a change by the moment, in the order of its life. */
export function effectsOf(moment: Moment, changeId: string) {
  const change = moment.compiled.changes[moment.compiled.changeIndex.get(changeId) ?? -1]
  return change ? change.effects.filter((effect) => counts(effect, moment)) : []
}

/** What a rule says at the moment; null when it does not speak. */
export function statusOf(moment: Moment, ruleId: string): Status | null {
  const rule = moment.compiled.rules[moment.compiled.ruleIndex.get(ruleId) ?? -1]
  return rule ? statusAt(moment, rule) : null
}

/** As `statusOf`, for a compiled rule. */
export function statusAt(moment: Moment, rule: CompiledRule): Status | null {
  const known = moment.statuses[rule.index]
  if (known !== undefined) return known
  const status = governing(moment, rule)
  moment.statuses[rule.index] = status
  return status
}

function governing(moment: Moment, rule: CompiledRule): Status | null {
  let best: { inForceOn: Day; change: string; start: Day; alteration: CompiledAlteration } | null = null
  for (const { change, alterations } of rule.alteredBy) {
    const inForceOn = lifeAt(moment, change)?.inForceOn
    if (!inForceOn) continue
    const { id } = change.change
    if (best && (inForceOn < best.inForceOn || (inForceOn === best.inForceOn && id < best.change))) continue
    const applying = latestApplying(moment.on, alterations, inForceOn)
    if (applying) best = { inForceOn, change: id, ...applying }
  }
  if (!best || best.alteration.alteration.to === 'none') return null
  return {
    disposition: best.alteration.alteration.to,
    conditions: best.alteration.alteration.conditions,
    since: laterOf(best.start, best.inForceOn),
    change: best.change,
    alteration: best.alteration,
  }
}

// Days compare as texts; Math.max would not do.
const laterOf = (a: Day, b: Day): Day => (a < b ? b : a)

function latestApplying(on: Day, alterations: CompiledAlteration[], inForceOn: Day) {
  let latest: { start: Day; alteration: CompiledAlteration } | null = null
  for (const alteration of alterations) {
    const start = alteration.start ?? inForceOn
    if (start > on || (alteration.until !== null && on > alteration.until)) continue
    if (!latest || start >= latest.start) latest = { start, alteration }
  }
  return latest
}

/** A change that may still alter a rule: at a pending stage, or in force with an alteration still to come. */
export interface InMotion {
  change: CompiledChange
  life: Life
}

/** All changes in motion at the moment, the furthest along first, then the latest moved. */
export function changesInMotion(moment: Moment): InMotion[] {
  const found: InMotion[] = []
  for (const change of moment.compiled.changes) {
    const life = lifeAt(moment, change)
    if (!life) continue
    const coming = change.change.alterations.some(({ from }) => from !== null && from > moment.on)
    if (pendingStages.includes(life.stage) || (life.stage === 'in_force' && coming)) found.push({ change, life })
  }
  return found.sort((a, b) =>
    a.life.on < b.life.on ? 1 : a.life.on > b.life.on ? -1 : a.change.index - b.change.index,
  )
}
