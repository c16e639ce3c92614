import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { unstable_rethrow as rethrow } from 'next/navigation'
import type { ReactElement } from 'react'
import { BadRequest } from '@/app/_components/BadRequest'
import { NotFound } from '@/app/_components/NotFound'
import { pinsOf, type Reader, type Reading, withQuery } from '@/app/_components/reading'
import { BadParameter, Missing, Retracted } from '@/app/_components/refusal'
import { ServerFailure } from '@/app/_components/ServerFailure'
import { Shell } from '@/app/_components/Shell'
import { Tombstone } from '@/app/_components/Tombstone'
import { setStatus } from '@/app/_server/answer-status'
import { isDatabaseAway } from '@/db/errors'
import { type Address, type NamesOf, type PartsOf, pathBelowLanguage } from '@/lib/addresses/address'
import { type Query, refuseUnknown } from '@/lib/asking/query'
import { type FeedFile, feedAddress, feedFiles } from '@/lib/feeds/feed'
import { feedForms } from '@/lib/feeds/forms'
import { isLocale, localeOf, locales, say } from '@/lib/model'
import { isLongToEcho } from '@/lib/text/echo'
import { openReader, openReading } from './open'

/*
 * Every public page is made here. A page that cannot be answered is still a whole document with its true status: Next's own
 * `notFound()` would leave it to the browser's script to draw, and public pages have none.
 */

interface Props<A extends Address, Part extends string> {
  params: Promise<PartsOf<A> & Record<Part, string>>
  searchParams: Promise<Query>
}
/** An address below a language, and one below a dossier. */
type SiteAddress = Address<`/{locale}${string}`>
type DossierAddress = Address<`/{locale}/{dossier}${string}`>

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
  if (!(refusal instanceof BadParameter)) return query
  const { parameter, value } = refusal
  return isLongToEcho(value) || isLongToEcho(parameter) ? { ...query, [parameter]: undefined } : query
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
    return <ServerFailure locale={localeOf(locale)} id={id} isAway={isAway} />
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

/** What a page of the site may read: of its address only what its row in the table has. */
const readSite = <A extends SiteAddress>(address: A, reader: Reader): Reader<NamesOf<A>> => {
  refuseUnknown(address, reader.query, [])
  return reader as Reader<NamesOf<A>>
}

/** As `readSite`, of a page of a dossier. */
const readDossier = <A extends DossierAddress>(address: A, reading: Reading): Reading<NamesOf<A>> => {
  refuseUnknown(
    address,
    reading.query,
    reading.dossier.dimensions.map(({ id }) => id),
  )
  return reading as Reading<NamesOf<A>>
}

/** A page of the site outside the dossiers. */
export function sitePage<A extends SiteAddress>(
  address: A,
  draw: (reader: Reader<NamesOf<A>>, parts: PartsOf<A>) => Promise<ReactElement>,
) {
  return async ({ params, searchParams }: Props<A, 'locale'>) => {
    const [parts, query] = await Promise.all([params, searchParams])
    const { locale } = parts
    return guarded(locale, async () => {
      const { reader, refusal } = await openReader(locale, address, pathBelowLanguage(address, parts), query)
      return settle(reader, undefined, async () => {
        if (refusal) throw refusal
        return isLocale(locale) ? draw(readSite(address, reader), parts) : missingPage(locale)
      })
    })
  }
}

/** A page of a dossier; an unknown dossier answers 404. */
export function dossierPage<A extends DossierAddress>(
  address: A,
  draw: (reading: Reading<NamesOf<A>>, parts: PartsOf<A>) => Promise<ReactElement>,
) {
  return async ({ params, searchParams }: Props<A, 'locale' | 'dossier'>) => {
    const [parts, query] = await Promise.all([params, searchParams])
    const { locale, dossier } = parts
    return guarded(locale, async () => {
      const { reader, refusal } = await openReader(locale, address, pathBelowLanguage(address, parts), query)
      const opened = isLocale(locale) ? await openReading(reader, dossier) : new Missing('page', locale)
      if (opened instanceof Missing) return settle(reader, undefined, () => Promise.reject(refusal ?? opened))
      if (refusal) return settle(opened, opened, () => Promise.reject(refusal))
      return settle(opened, opened, async () => draw(readDossier(address, opened), parts))
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
export function dossierMetadata<A extends DossierAddress>(
  address: A,
  tell: (reading: Reading<NamesOf<A>>, parts: PartsOf<A>) => Described,
) {
  return async function generateMetadata({ params, searchParams }: Props<A, 'locale' | 'dossier'>): Promise<Metadata> {
    const [parts, query] = await Promise.all([params, searchParams])
    const { locale, dossier } = parts
    return described(async () => {
      const { reader, refusal } = await openReader(locale, address, pathBelowLanguage(address, parts), query)
      return orRefused(reader, async () => {
        if (refusal) throw refusal
        const opened = await openReading(reader, dossier)
        if (opened instanceof Missing || !isLocale(locale)) return missingPage(locale)
        const { title, description, query: own = '', feeds = [] } = tell(readDossier(address, opened), parts)
        const all = { folder: `/${dossier}`, title: say(opened.dossier.title, opened.locale).text }
        return { title, description, ...placeOf(opened, own, [...feeds, all]) }
      })
    })
  }
}

/** As `dossierMetadata`, for pages outside the dossiers. */
export function siteMetadata<A extends SiteAddress>(
  address: A,
  tell: (reader: Reader<NamesOf<A>>, parts: PartsOf<A>) => Described | Promise<Described>,
) {
  return async function generateMetadata({ params, searchParams }: Props<A, 'locale'>): Promise<Metadata> {
    const [parts, query] = await Promise.all([params, searchParams])
    const { locale } = parts
    return described(async () => {
      const { reader, refusal } = await openReader(locale, address, pathBelowLanguage(address, parts), query)
      return orRefused(reader, async () => {
        if (refusal) throw refusal
        if (!isLocale(locale)) return missingPage(locale)
        const told = await tell(readSite(address, reader), parts)
        const { title, description, query: own = '', isIndexed = true, feeds = [] } = told
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
  const languages = Object.fromEntries(locales.map((one) => [one, `${origin}/${one}${own}`]))
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
