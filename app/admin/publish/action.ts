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
import { mayAct } from '@/lib/auth/roles'
import { dayOfInstant, fieldName, isTimeZone, isToCome, localTimeIn } from '@/lib/model'
import { fieldLabel } from '../_components/field-label'
import { sayLocalTime } from '../_components/local-time'

const publishForm = z.looseObject({
  when: z.enum(['now', 'later']).default('now'),
  time: z.string().trim().default(''),
  zone: z.string().default('UTC'),
  confirm: z.string().optional(),
  reason: z.string().trim().min(1, 'is missing: say in a line why').max(500, 'may have 500 characters at most'),
})

/** Publishes the drafts shown, in the versions shown, as one edition. Only editors: authors are refused. */
export const publish = deskAction(publishForm, 'editor', async ({ data: form, user, formData }) => {
  const drafts = [...formData].flatMap(([name, version]) =>
    name.startsWith('draft.') ? [{ id: name.slice(6), version: Number(version) }] : [],
  )
  if (drafts.length === 0) return refused(['Nothing was chosen.'], formData)
  const opened = await database()
  const entries = await Promise.all(drafts.map(({ id }) => findDraftEntry(opened.db, id)))
  const closed = entries.find((entry) => entry && !mayAct(user, 'editor', entry.dossier))
  if (closed)
    return refused(
      [`Nothing was published: this takes an editor of “${closed.dossier || 'the whole site'}”.`],
      formData,
    )
  const time = form.when === 'later' ? readTime(form) : { ok: true as const, instant: now() }
  if (!time.ok) return refused([], formData, { time: [time.why] })
  const toCome = form.confirm === 'yes' ? [] : await reportsToCome(opened.db, drafts, time.instant)
  if (toCome.length > 0) return refused([], formData, { confirm: toCome.map(sayToCome) })
  if (form.when === 'later') {
    const given = { due: time.instant, localTime: form.time, zone: form.zone, drafts, reason: form.reason }
    await opened.write((tx) => schedulePublication(tx, { ...given, by: user.id, at: now() }))
    return goOn('/admin?notice=scheduled')
  }
  const result = await publishAll(opened, { drafts, by: user.id, at: now(), reason: form.reason })
  if (!result.ok) {
    const gone = result.gone.length > 0 ? ['One of these drafts is gone: it was published or discarded meanwhile.'] : []
    const stale = result.stale.map(
      ({ key }) => `“${key.id}” was saved again since you opened this page. Look at it once more.`,
    )
    const conflicts = result.conflicts.map(
      ({ key }) => `“${key.id}” was published by someone else meanwhile: reload to see both texts.`,
    )
    const problems = result.problems.map(({ id, path, message }) => `${id}: ${fieldLabel(fieldName(path))} ${message}`)
    const withheld = result.withheld.map(({ key, embargo }) =>
      embargo === undefined
        ? `“${key.id}” needs a second person’s approval first.`
        : `“${key.id}” is under an embargo until ${embargo}.`,
    )
    return refused([...gone, ...stale, ...conflicts, ...withheld, ...problems], formData)
  }
  redirect(`/admin?edition=${result.edition}`)
})

/** The instant at which a form asks for its drafts to be published, or what is wrong with the time. */
function readTime({
  time,
  zone,
}: z.infer<typeof publishForm>): { ok: true; instant: string } | { ok: false; why: string } {
  if (!isTimeZone(zone)) return { ok: false, why: 'stands in a time zone that is none: open this page anew' }
  const read = localTimeIn(time, zone)
  if (!read.ok) return { ok: false, why: sayLocalTime(read.reason, zone) }
  return read.instant <= now()
    ? { ok: false, why: 'has passed already: publish now, or set a later time' }
    : { ok: true, instant: read.instant }
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

const sayToCome = ({ title, data }: Draft): string =>
  `“${title}” is dated ${String(Object(data).published)}, a day still to come: tick this if that is meant, or mend its date`

const cancelForm = z.object({ schedule: z.string() })

/** Calls off a publication that waits for its time. */
export const cancel = deskAction(cancelForm, 'editor', async ({ data: form, user, formData }) => {
  const { db, write } = await database()
  const schedule = await findSchedule(db, form.schedule)
  const entries = await Promise.all((schedule?.drafts ?? []).map(({ id }) => findDraftEntry(db, id)))
  if (schedule && entries.some((entry) => entry && !mayAct(user, 'editor', entry.dossier)))
    return refused(['Your role does not allow this.'], formData)
  const done = schedule && (await write((tx) => cancelSchedule(tx, { id: schedule.id, by: user.id, at: now() })))
  if (!done) return refused(['It was published, held or called off already.'], formData)
  redirect('/admin?notice=cancelled')
})

const keepForm = z.object({ draft: z.string(), onto: z.string() })

/** Its author has seen both texts of a conflict and lets the draft follow what is published now. */
export const keepMine = deskAction(keepForm, 'author', async ({ data: form, user, formData }) => {
  const opened = await database()
  const draft = await findDraft(opened.db, form.draft)
  if (!draft || !(draft.author === user.id || mayAct(user, 'editor', draft.dossier)))
    return refused(['This draft is not yours, or it is gone.'], formData)
  const onto = form.onto === '' ? null : Number(form.onto)
  await opened.write((tx) => rebaseDraft(tx, { id: draft.id, by: user.id, at: now(), onto }))
  redirect(`/admin/publish?draft=${draft.id}`)
})
