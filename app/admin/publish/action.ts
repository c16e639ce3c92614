'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, goOn, refused } from '@/app/_server/desk-action'
import { findDossier } from '@/app/_server/site'
import type { AskedDraft } from '@/db/asked-draft'
import { type Db, database } from '@/db/client'
import { rebaseDraft } from '@/db/commands/draft'
import { cancelSchedule, schedulePublication } from '@/db/commands/newsroom/schedule'
import { publish as publishAll } from '@/db/commands/publish/publish'
import { type Draft, findDraft, findDraftEntry } from '@/db/queries/draft'
import { findSchedule } from '@/db/queries/newsroom/schedule'
import { mayAct, publishingRole } from '@/lib/auth/roles'
import { dayOfInstant, isTimeZone, isToCome, localTimeIn } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { sayLocalTime } from '../_components/local-time'
import { refusalInWords } from './refusal'

const publishForm = z.looseObject({
  when: z.enum(['now', 'later']).default('now'),
  time: z.string().trim().default(''),
  zone: z.string().default('UTC'),
  confirm: z.string().optional(),
  reason: z.string().trim().min(1, 'is missing: say in a line why').max(500, 'may have 500 characters at most'),
})

/** Publishes the drafts shown, in the versions shown, as one edition. Only editors: authors are refused. */
export const publish = deskAction(publishForm, 'editor', async ({ data: form, user, formData, t, locale }) => {
  const drafts = [...formData].flatMap(([name, version]) =>
    name.startsWith('draft.') ? [{ id: name.slice(6), version: Number(version) }] : [],
  )
  if (drafts.length === 0) return refused([t('publish.noneChosen')], formData)
  const opened = await database()
  const entries = await Promise.all(drafts.map(({ id }) => findDraftEntry(opened.db, id)))
  const closed = entries.find((entry) => entry && !mayAct(user, publishingRole(entry.kind), entry.dossier))
  if (closed?.kind === 'site') return refused([t('publish.takesAdmin')], formData)
  if (closed) return refused([t('publish.takesEditor', { dossier: closed.dossier || 'none' })], formData)
  const time = form.when === 'later' ? readTime(t, form) : { ok: true as const, instant: now() }
  if (!time.ok) return refused([], formData, { time: [time.why] })
  const toCome = form.confirm === 'yes' ? [] : await reportsToCome(opened.db, drafts, time.instant)
  if (toCome.length > 0) return refused([], formData, { confirm: toCome.map((draft) => sayToCome(t, draft)) })
  if (form.when === 'later') {
    const given = { due: time.instant, localTime: form.time, zone: form.zone, drafts, reason: form.reason }
    await opened.write((tx) => schedulePublication(tx, { ...given, by: user.id, at: now() }))
    return goOn('/admin?notice=scheduled')
  }
  const result = await publishAll(opened, { drafts, by: user.id, at: now(), reason: form.reason })
  if (!result.ok) {
    const { formErrors, hindrances } = refusalInWords(
      result,
      entries.flatMap((entry) => entry ?? []),
      { t, locale },
    )
    return { ...refused(formErrors, formData), hindrances }
  }
  redirect(`/admin?edition=${result.edition}`)
})

/** The instant at which a form asks for its drafts to be published, or what is wrong with the time. */
function readTime(
  t: DeskWords,
  { time, zone }: z.infer<typeof publishForm>,
): { ok: true; instant: string } | { ok: false; why: string } {
  if (!isTimeZone(zone)) return { ok: false, why: t('publish.zoneNone') }
  const read = localTimeIn(time, zone)
  if (!read.ok) return { ok: false, why: sayLocalTime(t, read.reason, zone) }
  return read.instant <= now() ? { ok: false, why: t('publish.passed') } : { ok: true, instant: read.instant }
}

/** The reports among drafts whose day, where their dossier is, has not come at an instant. */
async function reportsToCome(db: Db, drafts: AskedDraft[], at: string): Promise<Draft[]> {
  const found = await Promise.all(drafts.map(({ id }) => findDraft(db, id)))
  const isAhead = async (draft: Draft) => {
    const timeZone = (await findDossier(draft.dossier))?.dossier.timeZone
    return timeZone !== undefined && isToCome(draft.data, dayOfInstant(at, timeZone), timeZone)
  }
  const reports = found.flatMap((draft) => (draft?.kind === 'report' ? [draft] : []))
  const ahead = await Promise.all(reports.map(isAhead))
  return reports.filter((_, at) => ahead[at])
}

const sayToCome = (t: DeskWords, { title, data }: Draft): string =>
  t('publish.toCome', { title, date: String(Object(data).published) })

const cancelForm = z.object({ schedule: z.string() })

/** Calls off a publication that waits for its time. */
export const cancel = deskAction(cancelForm, 'editor', async ({ data: form, user, formData, t }) => {
  const { db, write } = await database()
  const schedule = await findSchedule(db, form.schedule)
  const entries = await Promise.all((schedule?.drafts ?? []).map(({ id }) => findDraftEntry(db, id)))
  if (schedule && entries.some((entry) => entry && !mayAct(user, publishingRole(entry.kind), entry.dossier)))
    return refused([t('publish.noRole')], formData)
  const done = schedule && (await write((tx) => cancelSchedule(tx, { id: schedule.id, by: user.id, at: now() })))
  if (!done) return refused([t('publish.tooLate')], formData)
  redirect('/admin?notice=cancelled')
})

const keepForm = z.object({ draft: z.string(), onto: z.string() })

/** Its author has seen both texts of a conflict and lets the draft follow what is published now. */
export const keepMine = deskAction(keepForm, 'author', async ({ data: form, user, formData, t }) => {
  const opened = await database()
  const draft = await findDraft(opened.db, form.draft)
  if (!draft || !(draft.author === user.id || mayAct(user, 'editor', draft.dossier)))
    return refused([t('publish.notYours')], formData)
  const onto = form.onto === '' ? null : Number(form.onto)
  await opened.write((tx) => rebaseDraft(tx, { id: draft.id, by: user.id, at: now(), onto }))
  redirect(`/admin/publish?draft=${draft.id}`)
})
