import { z } from 'zod'
import { english, japanese } from '@/lib/addresses/names'
import {
  dateSchema,
  type Effect,
  effectKinds,
  effectSchema,
  idSchema,
  type Report,
  reportKinds,
  sourcings,
  stages,
} from '@/lib/model'

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const missing = 'is missing: choose one'
const chosenId = z.string(missing).min(1, missing).pipe(idSchema)

const tag = z
  .object({
    verb: z.literal('tag'),
    change: chosenId,
    kind: z.enum(effectKinds, { error: missing }),
    stage: optional(z.enum(stages)),
    on: optional(dateSchema),
  })
  .refine(({ kind, stage }) => kind !== 'moves' || stage !== undefined, {
    path: ['stage'],
    error: 'is missing: an effect that moves a change says to which stage',
  })
const replace = z
  .object({ verb: z.literal('replace'), change: chosenId, by: chosenId })
  .refine(({ change, by }) => change !== by, { path: ['by'], error: 'is the same change' })
const publisher = z.object({ verb: z.literal('publisher'), source: chosenId })
const describe = z
  .object({ verb: z.literal('describe'), kind: optional(z.enum(reportKinds)), sourcing: optional(z.enum(sourcings)) })
  .refine(({ kind, sourcing }) => kind !== undefined || sourcing !== undefined, {
    path: ['kind'],
    error: 'is missing: choose a kind, a sourcing or both',
  })
const retract = z.object({
  verb: z.literal('retract'),
  note: z.string().trim().min(1, 'is missing: readers see what was wrong'),
  noteJa: z.string().trim().default(''),
})

/** Most reports that are changed together. */
export const mostChangedTogether = 200

/** What can be done to many reports alike, as a form of the desk says it. */
export const reportsChangeSchema = z.union([tag, replace, publisher, describe, retract])
export type ReportsChange = z.infer<typeof reportsChangeSchema>

const byVerb = { tag, replace, publisher, describe, retract }
export type ReportsVerb = keyof typeof byVerb

/** Which of them a form says that it is; null: none. */
export const reportsVerb = (text: unknown): ReportsVerb | null =>
  typeof text === 'string' && Object.hasOwn(byVerb, text) ? (text as ReportsVerb) : null

/** Reads what a form asks for, or what is wrong with it by field. */
export function readReportsChange(
  fields: Readonly<Record<string, unknown>>,
): { ok: true; change: ReportsChange } | { ok: false; errors: Record<string, string[]> } {
  const verb = reportsVerb(fields.verb)
  if (verb === null) return { ok: false, errors: { verb: ['is missing'] } }
  const parsed = byVerb[verb].safeParse(fields)
  if (parsed.success) return { ok: true, change: parsed.data }
  const errors: Record<string, string[]> = {}
  for (const { path, message } of parsed.error.issues) {
    const name = path.join('.')
    errors[name] = [...(errors[name] ?? []), message]
  }
  return { ok: false, errors }
}

/** A report as it is after the change; `today` is the day in its dossier's zone, on which it is retracted. */
export function changeReport(report: Report, change: ReportsChange, today: string): Report {
  switch (change.verb) {
    case 'tag':
      return withEffect(report, change)
    case 'replace':
      return withOtherChange(report, change.change, change.by)
    case 'publisher':
      return { ...report, source: change.source }
    case 'describe':
      return { ...report, kind: change.kind ?? report.kind, sourcing: change.sourcing ?? report.sourcing }
    case 'retract':
      return report.retracted
        ? report
        : {
            ...report,
            retracted: {
              on: today,
              note: change.noteJa === '' ? change.note : { [english]: change.note, [japanese]: change.noteJa },
            },
          }
  }
}

function withEffect(report: Report, { change, kind, stage, on }: z.infer<typeof tag>): Report {
  const isThere = (effect: Effect) =>
    effect.change === change && effect.kind === kind && effect.stage === stage && effect.on === on
  if (report.effects.some(isThere)) return report
  return { ...report, effects: [...report.effects, effectSchema.parse({ change, kind, stage, on })] }
}

function withOtherChange(report: Report, change: string, by: string): Report {
  const instead = <Item extends { change: string }>(item: Item): Item =>
    item.change === change ? { ...item, change: by } : item
  return {
    ...report,
    // Which rules of the one change it is about says nothing of the other.
    effects: report.effects.map((effect) => {
      if (effect.change !== change) return effect
      const { rules: _, ...rest } = effect
      return { ...rest, change: by }
    }),
    positions: report.positions.map(instead),
    expectations: report.expectations.map(instead),
  }
}
