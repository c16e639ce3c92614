'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Refused } from '@/app/_server/action-state'
import { attemptOf } from '@/app/_server/attempt'
import { now } from '@/app/_server/clock'
import { type DeskRequest, deskAction, refused } from '@/app/_server/desk-action'
import { fetchPage, PageNotFetchedError } from '@/app/_server/fetch-page'
import { findDossier } from '@/app/_server/site'
import { type Db, database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { keepPastedText } from '@/db/commands/newsroom/pasted-text'
import { recordKey } from '@/db/key'
import { draftOfAttempt, listDrafts } from '@/db/queries/draft'
import { freeId } from '@/db/queries/newsroom/free-id'
import { findRecord, listSources } from '@/db/queries/record'

import { mayAct } from '@/lib/auth/roles'
import { readDateField } from '@/lib/forms/date-field'
import { newRecord } from '@/lib/forms/new-record'
import { knownReports } from '@/lib/intake/known'
import { publisherOf } from '@/lib/intake/publisher'
import { mostPage, readArticle } from '@/lib/intake/read-page'
import {
  idSchema,
  isDay,
  type Locale,
  locales,
  publishedDate,
  publishedSchema,
  say,
  sourceKinds,
  type Text,
} from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import { reportId, slugOf } from '@/lib/words/slug'

const form = z.looseObject({
  dossier: idSchema,
  intent: z.enum(['start', 'read']).default('start'),
  article: z.string().max(mostPage, `may have ${mostPage} signs at most: paste the article alone`),
  address: z.string().trim(),
  source: z.string(),
  newSource: z.string().trim(),
  newSourceKind: z.enum(sourceKinds).or(z.literal('')),
  published: z.string().transform(readDateField),
  headline: z.string().trim(),
  language: z.string().trim(),
  url: z.string().trim(),
  // The reports and drafts of the same article that its editor has been told of.
  told: z.string(),
})
type Form = z.infer<typeof form>

/**
 * Reads the article that was pasted, or fetches it, and fills in what it says of itself; nothing is saved unseen. Or starts the
 * draft of a new report, under a free id made of its day, publisher and headline, and keeps the article beside it.
 */
export const startReport = deskAction(
  form,
  'author',
  async (sent) => (sent.data.intent === 'read' ? fillIn(sent) : start(sent)),
  { dossier: ({ dossier }) => dossier },
)

type Sent = Pick<DeskRequest<Form>, 'data' | 'user' | 'formData' | 't' | 'locale'>

/** The form with what the article says put into the fields; those that somebody filled in stay as they are. */
async function fillIn({ data, formData, t, locale }: Sent): Promise<Refused> {
  if (data.article.trim() === '' && data.address === '')
    return refused([], formData, { article: [t('newReport.empty')] })
  let page = { html: data.article, address: data.address }
  if (data.article.trim() === '')
    try {
      page = await fetchPage(data.address)
    } catch (error) {
      if (!(error instanceof PageNotFetchedError)) throw error
      return refused([], formData, { address: [t('newReport.orPaste', { why: faultInWords(t, error.message) })] })
    }
  const read = readArticle(page.html, page.address)
  const today = (await findDossier(data.dossier))?.today
  const { db } = await database()
  const source = publisherOf(await listSources(db), { publisher: read.publisher, url: read.url || page.address })
  const values = {
    ...refused([], formData).values,
    article: read.text,
    headline: read.headline || data.headline,
    // Today stands there until somebody says otherwise, and is no guess about an article that tells no date.
    published: read.published || (data.published === today ? '' : data.published),
    language: read.language || data.language,
    url: read.url || data.url,
    source: source?.id ?? data.source,
    newSource: source ? '' : read.publisher || data.newSource,
  }
  const known = await knownOf({ ...data, ...values }, locale)
  const untold = [
    ...(values.source || values.newSource ? [] : [t('form.publisher')]),
    ...(values.published ? [] : [t('newReport.published')]),
    ...(values.headline ? [] : [t('newReport.headline')]),
    ...(values.language ? [] : [t('form.language')]),
  ]
  return {
    ...refused([], formData),
    formErrors: [
      t('newReport.filled'),
      ...(untold.length > 0 ? [t('newReport.notFound', { fields: untold.join(t('newReport.and')) })] : []),
      ...known.map((one) => t('newReport.known', { ...one })),
    ],
    values: { ...values, told: known.map(({ id }) => id).join(' ') },
    because: 'filled',
  }
}

interface Known {
  id: string
  title: string
  href: string
}

const isCalled = (titles: Text, words: string): boolean =>
  typeof titles === 'string' ? titles === words : Object.values(titles).includes(words)

/** Reports that are public, and drafts, which may be this very article. */
async function knownOf({ dossier, url, headline, published }: Form, locale: Locale): Promise<Known[]> {
  const open = await findDossier(dossier)
  if (!open) return []
  const zone = open.dossier.timeZone
  const date = publishedSchema.safeParse(published).success ? publishedDate(published, zone) : ''
  const dated = open.compiled.reports.values()
  const reports = knownReports(dated, { url, headline, day: isDay(date) ? date : null })
  const { db } = await database()
  const drafts =
    headline === ''
      ? []
      : (await listDrafts(db)).filter((one) => one.dossier === dossier && isCalled(one.titles, headline))
  return [
    ...reports.map((report) => ({
      id: report.id,
      title: say(report.headline, locale).text,
      href: `/admin/history?${new URLSearchParams({ kind: 'report', dossier, id: report.id })}`,
    })),
    ...drafts.map(({ id, titles }) => ({ id, title: say(titles, locale).text, href: `/admin/drafts/${id}` })),
  ]
}

async function start({ data, user, formData, t, locale }: Sent) {
  const author = user.id
  const { dossier, headline, url, article, address } = data
  const published = publishedSchema.safeParse(data.published)
  const { db, write } = await database()
  const source = data.source || (await sourceIdOf(db, data.newSource))
  const wrong: Record<string, string[]> = {
    ...(source === '' ? { source: [t('newReport.sourceMissing')] } : {}),
    ...(data.source === '' && data.newSource !== '' && !mayAct(user, 'author')
      ? { newSource: [t('newReport.sourceSite')] }
      : {}),
    ...(headline === '' ? { headline: [t('fault.missing')] } : {}),
    ...(published.success ? {} : { published: published.error.issues.map(({ message }) => faultInWords(t, message)) }),
  }
  if (Object.keys(wrong).length > 0 || !published.success) return refused([t('action.fields')], formData, wrong)
  const known = await knownOf(data, locale)
  const told = new Set(data.told.split(' '))
  if (known.some(({ id }) => !told.has(id))) {
    const says = known.map((one) => t('newReport.known', { ...one }))
    const refusal = refused([...says, t('newReport.again')], formData)
    refusal.values.told = known.map(({ id }) => id).join(' ')
    return refusal
  }
  const attempt = attemptOf(formData)
  const begun = attempt ? await draftOfAttempt(db, { author, attempt }) : null
  if (begun) redirect(`/admin/drafts/${begun.id}`)
  const id = await freeId(db, 'report', dossier, reportId({ published: published.data, source, headline }))
  const at = now()
  const read = article.trim() === '' ? null : readArticle(article, address)
  const language = locales.find((one) => one === (data.language || read?.language)) ?? locale
  const saved = await write(async (tx) => {
    if (data.source === '' && !(await findRecord(tx, recordKey('source', '', source)))) {
      const kind = data.newSourceKind || 'other'
      const key = recordKey('source', '', source)
      await saveDraft(tx, {
        key,
        data: { ...newRecord('source', source, data.newSource, locale), kind },
        author,
        at,
      })
    }
    const done = await saveDraft(tx, {
      key: recordKey('report', dossier, id),
      data: {
        id,
        source,
        ...(url && { url }),
        ...(data.language && { language: data.language }),
        headline: { [language]: headline },
        published: published.data,
        sourcing: 'seen',
        effects: [],
        positions: [],
      },
      author,
      at,
      attempt,
    })
    if (done.ok && read)
      await keepPastedText(tx, { draft: done.draft.id, text: read.text, address: address || null, at })
    return done
  })
  if (!saved.ok) return refused([t('newReport.sameMoment')], formData)
  redirect(`/admin/drafts/${saved.draft.id}`)
}

/** The id of a publisher by its name; '' where none is given. A name without Latin letters has one that says nothing. */
async function sourceIdOf(db: Db, name: string): Promise<string> {
  if (name === '') return ''
  return slugOf(name) || freeId(db, 'source', '', 'publisher')
}
