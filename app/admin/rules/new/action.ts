'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, goOn, refused } from '@/app/_server/desk-action'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { endBeginning, saveBeginning } from '@/db/commands/newsroom/beginning'
import { findBeginning } from '@/db/queries/newsroom/beginning'
import { answersSchema, withAnswers } from '@/lib/forms/beginning/answers'
import { idSchema, isSameRecord } from '@/lib/model'
import { faultsInWords } from '@/lib/words/desk-faults'
import { begunDrafts } from '../../_components/beginning/begun-drafts'
import { together } from '../../drafts/[id]/record/together'
import { fieldsFor, openNextRule } from './next-rule'

const inItsDossier = { dossier: ({ dossier }: { dossier: string }) => dossier }

const ruleForm = z.looseObject({
  dossier: idSchema,
  version: z.coerce.number().int().min(0),
  intent: z.enum(['save', 'finish']).default('save'),
})

/** Keeps what is said of a rule, whatever state it is in; at the end makes a draft of each record, to be published together. */
export const answer = deskAction(
  ruleForm,
  'author',
  async ({ data: { dossier, version, intent }, user, formData, t }) => {
    const { db, write } = await database()
    const open = await findDossier(dossier)
    if (!open) return refused([t('nextRule.noDossier')], formData)
    const before = await findBeginning(db, user.id, dossier)
    if (!before && version > 0) return refused([t('begin.gone')], formData)
    const parsed = answersSchema.safeParse(withAnswers(before?.answers ?? {}, fieldsFor(open), together(formData)))
    if (!parsed.success) {
      const wrong = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), [message]]))
      return refused([t('action.fields')], formData, faultsInWords(t, wrong))
    }
    const answers = parsed.data
    const at = now()
    const saved = await write((tx) => saveBeginning(tx, { author: user.id, dossier, answers, version, at }))
    // A form that comes a second time is stored once.
    const kept = saved.ok ? saved.beginning : isSameRecord(saved.conflict?.answers, answers) ? saved.conflict : null
    if (!kept) return { ...refused([t('begin.elsewhere')], formData), because: 'conflict' }
    revalidatePath('/admin/rules/new')
    if (intent === 'save') return { ok: true, at: kept.updatedAt, version: kept.version }
    const { records, problems } = await openNextRule(db, open, answers)
    if (problems.length > 0) {
      const wrong = Object.fromEntries(problems.map(({ name, message }) => [name, [message]]))
      const refusal = refused([t('action.fields')], formData, faultsInWords(t, wrong))
      return { ...refusal, values: { ...refusal.values, version: String(kept.version) } }
    }
    const ending = { dossier, version: kept.version }
    return begunDrafts({ records, dossier, ending }, { user, formData, t, note: t('nextRule.note'), at })
  },
  inItsDossier,
)

const dropForm = z.object({ dossier: idSchema, version: z.coerce.number().int() })

/** Throws what was said of a rule away. */
export const drop = deskAction(
  dropForm,
  'author',
  async ({ data: { dossier, version }, user, formData, t }) => {
    const { write } = await database()
    const ended = await write((tx) => endBeginning(tx, { author: user.id, dossier, version }))
    return ended ? goOn(`/admin/rules/new?dossier=${dossier}`) : refused([t('begin.elsewhere')], formData)
  },
  inItsDossier,
)
