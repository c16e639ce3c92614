'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, goOn, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { endBeginning, saveBeginning } from '@/db/commands/newsroom/beginning'
import { findBeginning } from '@/db/queries/newsroom/beginning'
import { agreeing } from '@/lib/forms/beginning/agreeing'
import { answersSchema, beginningFields, beginningSteps, stepOf, withAnswers } from '@/lib/forms/beginning/answers'
import { isSameRecord } from '@/lib/model'
import { faultsInWords } from '@/lib/words/desk-faults'
import { begunDrafts } from '../../_components/beginning/begun-drafts'
import { together } from '../../drafts/[id]/record/together'
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
    const ending = { dossier: '', version: kept.version }
    return begunDrafts({ records: begun.records, dossier, ending }, { user, formData, t, note: t('begin.note'), at })
  },
  forWholeSite,
)

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
