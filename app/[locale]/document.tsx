import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { unstable_rethrow as rethrow } from 'next/navigation'
import type { ReactElement } from 'react'
import { BadRequest } from '@/app/_components/BadRequest'
import { NotFound } from '@/app/_components/NotFound'
import { pinsOf, type Query, type Reader, type Reading, withQuery } from '@/app/_components/reading'
import { BadParameter, Missing, Retracted } from '@/app/_components/refusal'
import { ServerFailure } from '@/app/_components/ServerFailure'
import { Shell } from '@/app/_components/Shell'
import { Tombstone } from '@/app/_components/Tombstone'
import { setStatus } from '@/app/_server/answer-status'
import { isDatabaseAway } from '@/db/errors'
import { type FeedFile, feedAddress, feedFiles } from '@/lib/feeds/feed'
import { feedForms } from '@/lib/feeds/forms'
import { isLocale, say } from '@/lib/model'
import { isLongToEcho } from '@/lib/words/echo'
import { openReader, openReading } from './open'

/*
 * Every public page is made here. A page that cannot be answered is still a whole document with its true status: Next's own
 * `notFound()` would leave it to the browser's script to draw, and public pages have none.
 */

export interface SiteParams {
  locale: string
}
export interface DossierParams extends SiteParams {
  dossier: string
}
export interface RecordParams extends DossierParams {
  id: string
}
interface Props<P> {
  params: Promise<P>
  searchParams: Promise<Query>
}

/** Path below the locale for a template such as `/{dossier}/reports/{id}`. */
function fill<P extends SiteParams>(template: string, params: P): string {
  const values = new Map(Object.entries(params))
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values.get(name) ?? ''))
}

async function settle(reader: Reader, reading: Reading | undefined, draw: () => Promise<ReactElement>) {
  try {
    const text = await draw()
    return (
      <Shell reader={reader} reading={reading}>
        {text}
      </Shell>
    )
  } catch (refusal) {
    if (!(refusal instanceof Missing || refusal instanceof BadParameter || refusal instanceof Retracted)) throw refusal
    setStatus(refusal instanceof Missing ? 404 : refusal instanceof Retracted ? 410 : 400)
    const query = repeatable(reader.query, refusal)
    return (
      <Shell reader={{ ...reader, query }} reading={reading && { ...reading, query }}>
        {refusal instanceof Missing ? (
          <NotFound reader={reader} missing={refusal} />
        ) : refusal instanceof Retracted ? (
          <Tombstone reader={reader} report={refusal.report} />
        ) : (
          <BadRequest reader={reader} problem={refusal} />
        )}
      </Shell>
    )
  }
}

/** What links of a page that refuses an address may repeat of it: not a bad parameter of any length. */
function repeatable(query: Query, refusal: Missing | BadParameter | Retracted): Query {
  if (!(refusal instanceof BadParameter) || !isLongToEcho(refusal.value)) return query
  return { ...query, [refusal.parameter]: undefined }
}

/** Draws a page; when that fails, which is a fault of ours, the page that says so, under an id that the log has too. */
async function guarded(locale: string, page: () => Promise<ReactElement>): Promise<ReactElement> {
  try {
    return await page()
  } catch (error) {
    rethrow(error)
    const id = randomUUID().slice(0, 8)
    console.error(`[${id}]`, error)
    const isAway = isDatabaseAway(error)
    setStatus(isAway ? 503 : 500)
    return <ServerFailure locale={isLocale(locale) ? locale : 'en'} id={id} isAway={isAway} />
  }
}

/** Head tags must not fail where the page itself still says what failed. */
async function described(tell: () => Promise<Metadata>): Promise<Metadata> {
  try {
    return await tell()
  } catch (error) {
    rethrow(error)
    return { robots: { index: false } }
  }
}

const missingPage = (id: string) => Promise.reject(new Missing('page', id))

/** A page of the site outside the dossiers. */
export function sitePage<P extends SiteParams>(
  template: string,
  draw: (reader: Reader, params: P) => Promise<ReactElement>,
) {
  return async ({ params, searchParams }: Props<P>) => {
    const [asked, query] = await Promise.all([params, searchParams])
    return guarded(asked.locale, async () => {
      const { reader, refusal } = await openReader(asked.locale, fill(template, asked), query)
      return settle(reader, undefined, async () => {
        if (refusal) throw refusal
        return isLocale(asked.locale) ? draw(reader, asked) : missingPage(asked.locale)
      })
    })
  }
}

/** A page of a dossier; an unknown dossier answers 404. */
export function dossierPage<P extends DossierParams>(
  template: string,
  draw: (reading: Reading, params: P) => Promise<ReactElement>,
) {
  return async ({ params, searchParams }: Props<P>) => {
    const [asked, query] = await Promise.all([params, searchParams])
    return guarded(asked.locale, async () => {
      const { reader, refusal } = await openReader(asked.locale, fill(template, asked), query)
      const opened = isLocale(asked.locale)
        ? await openReading(reader, asked.dossier)
        : new Missing('page', asked.locale)
      if (opened instanceof Missing) return settle(reader, undefined, () => Promise.reject(refusal ?? opened))
      if (refusal) return settle(opened, opened, () => Promise.reject(refusal))
      return settle(opened, opened, () => draw(opened, asked))
    })
  }
}

interface NamedFeed {
  folder: string
  title: string
  /** The forms that are named; left out, all of them. */
  files?: readonly FeedFile[]
}

interface Described {
  title: string
  description?: string | undefined
  /** The part of the query that makes this a document of its own. */
  query?: string
  /** Feeds of what this page is about, below the language; beside those of the dossier or the site. */
  feeds?: NamedFeed[]
  /** False: not for an index of the web, though its links are. */
  isIndexed?: boolean
}

/** Head tags of a dossier's page: title, canonical address, the other language, feeds. */
export function dossierMetadata<P extends DossierParams>(
  template: string,
  tell: (reading: Reading, params: P) => Described,
) {
  return async function generateMetadata({ params, searchParams }: Props<P>): Promise<Metadata> {
    const [asked, query] = await Promise.all([params, searchParams])
    return described(async () => {
      const { reader, refusal: bad } = await openReader(asked.locale, fill(template, asked), query)
      return orRefused(reader, async () => {
        if (bad) throw bad
        const opened = await openReading(reader, asked.dossier)
        if (opened instanceof Missing || !isLocale(asked.locale)) return missingPage(asked.locale)
        const { title, description, query: own = '', feeds = [] } = tell(opened, asked)
        const all = { folder: `/${asked.dossier}`, title: say(opened.dossier.title, opened.locale).text }
        return { title, description, ...placeOf(opened, own, [...feeds, all]) }
      })
    })
  }
}

/** As `dossierMetadata`, for pages outside the dossiers. */
export function siteMetadata<P extends SiteParams>(
  template: string,
  tell: (reader: Reader, params: P) => Described | Promise<Described>,
) {
  return async function generateMetadata({ params, searchParams }: Props<P>): Promise<Metadata> {
    const [asked, query] = await Promise.all([params, searchParams])
    return described(async () => {
      const { reader, refusal } = await openReader(asked.locale, fill(template, asked), query)
      return orRefused(reader, async () => {
        if (refusal) throw refusal
        if (!isLocale(asked.locale)) return missingPage(asked.locale)
        const { title, description, query: own = '', isIndexed = true, feeds = [] } = await tell(reader, asked)
        const place = placeOf(reader, own, [...feeds, { folder: '', title: reader.t('site.name') }])
        return { title, description, ...place, ...(isIndexed ? {} : { robots: { index: false, follow: true } }) }
      })
    })
  }
}

/** The head tags of a page or, where it cannot be answered, those of the page that says so: it is no place of its own. */
async function orRefused({ t }: Reader, tell: () => Promise<Metadata>): Promise<Metadata> {
  try {
    return await tell()
  } catch (refusal) {
    const robots = { index: false }
    if (refusal instanceof Missing) return { title: t('errors.missingTitle'), robots }
    if (refusal instanceof Retracted) return { title: t('correction.tombstone'), robots }
    if (refusal instanceof BadParameter) return { title: t('errors.badTitle'), robots }
    throw refusal
  }
}

/** Where the page stands: its one address, its other language, its feeds. What an edition showed is not for an index. */
function placeOf(reader: Reader, query: string, feeds: NamedFeed[]): Metadata {
  const { locale, path, origin } = reader
  const own = withQuery(`${path}${query}`, pinsOf(reader))
  const languages = { en: `${origin}/en${own}`, ja: `${origin}/ja${own}` }
  const types = Object.fromEntries(
    feedFiles.map((file) => {
      const { type, name } = feedForms[file]
      const inForm = feeds.filter(({ files = feedFiles }) => files.includes(file))
      const addressOf = (folder: string) => feedAddress({ folder: `${origin}/${locale}${folder}`, query: '' }, file)
      return [type, inForm.map(({ folder, title }) => ({ url: addressOf(folder), title: `${title} (${name})` }))]
    }),
  )
  const isPinned = reader.pinned.edition !== undefined || reader.pinned.on !== undefined
  return {
    alternates: { canonical: languages[locale], languages, types },
    ...(isPinned ? { robots: { index: false } } : {}),
  }
}
