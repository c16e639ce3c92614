'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { ActionState } from '@/app/_server/action-state'
import { now } from '@/app/_server/clock'
import { deskAction, goOn, refused } from '@/app/_server/desk-action'
import { type Database, database } from '@/db/client'
import { draftTogether } from '@/db/commands/draft-together'
import { DraftsInTheWayError } from '@/db/commands/errors'
import { endBeginning, saveBeginning } from '@/db/commands/newsroom/beginning'
import { recordKey } from '@/db/key'
import { findBeginning } from '@/db/queries/newsroom/beginning'
import type { User } from '@/db/queries/user'
import { agreeing } from '@/lib/forms/beginning/agreeing'
import { answersSchema, beginningFields, beginningSteps, stepOf, withAnswers } from '@/lib/forms/beginning/answers'
import { isSameRecord } from '@/lib/model'
import { faultsInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { together } from '../../drafts/[id]/record/together'
import { addressOf } from '../../publish/publication'
import { addressOfStep, openBeginning, presetAnswers, presets, problemsAt } from './beginning'

const forWholeSite = { dossier: () => '' }
const beginForm = z.object({ preset: z.enum(presets), zone: z.string().max(100).default('') })

/** Begins a dossier with the answers of a ready-made beginning, which its author then makes their own. */
export const begin = deskAction(
  beginForm,
  'editor',
  async ({ data: { preset, zone }, user, t, locale }) => {
    const { db, write } = await database()
    const answers = presetAnswers(preset, t, locale, zone)
    // Answers that are there already stay: they are thrown away by a button of its own only.
    if (!(await findBeginning(db, user.id)))
      await write((tx) => saveBeginning(tx, { author: user.id, answers, version: 0, at: now() }))
    return goOn(addressOfStep('asked'))
  },
  forWholeSite,
)

const answerForm = z.looseObject({
  step: z.enum(beginningSteps),
  version: z.coerce.number().int().min(1),
  intent: z.enum(['save', 'back', 'next', 'finish']).default('save'),
})

/** Keeps the answers to one question, whatever state they are in, and goes on: to the next one, or to the drafts that they make. */
export const answer = deskAction(
  answerForm,
  'editor',
  async ({ data: { step, version, intent }, user, formData, t }) => {
    const { db, write } = await database()
    const before = await findBeginning(db, user.id)
    if (!before) return refused([t('begin.gone')], formData)
    const parsed = answersSchema.safeParse(
      agreeing(withAnswers(before.answers, beginningFields[step], together(formData)), step),
    )
    if (!parsed.success) {
      const wrong = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), [message]]))
      return refused([t('action.fields')], formData, faultsInWords(t, wrong))
    }
    const answers = parsed.data
    const at = now()
    const saved = await write((tx) => saveBeginning(tx, { author: user.id, answers, version, at }))
    // A form that comes a second time is stored once.
    const kept = saved.ok ? saved.beginning : isSameRecord(saved.conflict?.answers, answers) ? saved.conflict : null
    if (!kept) return { ...refused([t('begin.elsewhere')], formData), because: 'conflict' }
    const stored = { ok: true, at: kept.updatedAt, version: kept.version } as const
    const place = beginningSteps.indexOf(step)
    if (intent === 'back') return goOn(addressOfStep(beginningSteps[place - 1] ?? 'asked'))
    if (intent === 'save') {
      revalidatePath('/admin/dossiers/new')
      return stored
    }
    const { begun, dossier } = await openBeginning(db, answers, user)
    const wrong = problemsAt(begun, beginningFields[step])
    if (Object.keys(wrong).length > 0) {
      revalidatePath('/admin/dossiers/new')
      const refusal = refused([t('action.fields')], formData, faultsInWords(t, wrong))
      return { ...refusal, values: { ...refusal.values, version: String(kept.version) } }
    }
    if (intent === 'next') return goOn(addressOfStep(beginningSteps[place + 1] ?? 'report'))
    const [first] = begun.problems
    if (first) return goOn(addressOfStep(stepOf(first.name), true))
    return makeDrafts(write, { user, version: kept.version, begun, dossier, formData, t, at })
  },
  forWholeSite,
)

type Opened = Awaited<ReturnType<typeof openBeginning>>

/** A draft of each record, and then the page that publishes them as one edition. The answers are in them from now on. */
async function makeDrafts(
  write: Database['write'],
  {
    user,
    version,
    begun: { records },
    dossier,
    formData,
    t,
    at,
  }: Pick<Opened, 'begun' | 'dossier'> & { user: User; version: number; formData: FormData; t: DeskWords; at: string },
): Promise<ActionState> {
  const steps = records.map(({ kind, id, data }) => ({ key: recordKey(kind, dossier, id), data }))
  try {
    const drafts = await write(async (tx) => {
      await endBeginning(tx, { author: user.id, version })
      return draftTogether(tx, { steps, by: user.id, at, note: t('begin.note') })
    })
    return goOn(addressOf(drafts.map((id) => ({ id }))))
  } catch (error) {
    if (!(error instanceof DraftsInTheWayError)) throw error
    return refused([t('newId.inTheWay', { names: error.keys.map(({ id }) => id).join(t('draft.between')) })], formData)
  }
}

const dropForm = z.object({ version: z.coerce.number().int() })

/** Throws the answers away, to begin anew. */
export const drop = deskAction(
  dropForm,
  'editor',
  async ({ data: { version }, user, formData, t }) => {
    const { write } = await database()
    const ended = await write((tx) => endBeginning(tx, { author: user.id, version }))
    return ended ? goOn('/admin/dossiers/new') : refused([t('begin.elsewhere')], formData)
  },
  forWholeSite,
)
