import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { unstable_rethrow as rethrow } from 'next/navigation'
import type { ReactElement } from 'react'
import { openReader, openReading } from '@/app/_reader/open'
import type { Query, Reader, Reading } from '@/app/_reader/reading'
import { BadParameter, Missing, Retracted } from '@/app/_reader/refusal'
import { setStatus } from '@/app/_server/answer-status'
import { findRetraction } from '@/app/_server/retraction'
import { isDatabaseAway } from '@/db/errors'
import { isLocale, say } from '@/lib/model'
import { isLongToEcho } from '@/lib/words/echo'
import { BadRequest } from './BadRequest'
import { type Described, headTags, headTagsOfRefusal, type NamedFeed } from './head-tags'
import { NotFound } from './NotFound'
import { ServerFailure } from './ServerFailure'
import { Shell } from './Shell'
import { Tombstone } from './Tombstone'

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
type Drawing<P, R> = (place: R, params: P) => Promise<ReactElement>
type Telling<P, R> = (place: R, params: P) => Described | Promise<Described>

/** Where pages stand: in a dossier, or outside of all. */
interface Ground<P, R extends Reader> {
  /** What pages there know; `Missing` when there is no such place. */
  enter(reader: Reader, params: P): Promise<R | Missing>
  /** The feed of all that there is. */
  feedOf(place: R): NamedFeed
}

const siteGround: Ground<SiteParams, Reader> = {
  enter: async (reader) => reader,
  feedOf: ({ t }) => ({ folder: '', title: t('site.name') }),
}
const dossierGround: Ground<DossierParams, Reading> = {
  enter: (reader, { dossier }) => openReading(reader, dossier),
  feedOf: ({ dossier, locale }) => ({ folder: `/${dossier.id}`, title: say(dossier.title, locale).text }),
}

/** A page of the site outside the dossiers, at a path below the language such as `/editions/{id}`. */
export const sitePage = <P extends SiteParams>(template: string, draw: Drawing<P, Reader>) =>
  pageOn<P, Reader>(siteGround, template, draw)

/** A page of a dossier; an unknown dossier answers 404. */
export const dossierPage = <P extends DossierParams>(template: string, draw: Drawing<P, Reading>) =>
  pageOn<P, Reading>(dossierGround, template, draw)

/** Head tags of a page of the site outside the dossiers. */
export const siteMetadata = <P extends SiteParams>(template: string, tell: Telling<P, Reader>) =>
  metadataOn<P, Reader>(siteGround, template, tell)

/** Head tags of a dossier's page. */
export const dossierMetadata = <P extends DossierParams>(template: string, tell: Telling<P, Reading>) =>
  metadataOn<P, Reading>(dossierGround, template, tell)

function pageOn<P extends SiteParams, R extends Reader>(ground: Ground<P, R>, template: string, draw: Drawing<P, R>) {
  return async ({ params, searchParams }: Props<P>) => {
    const [asked, query] = await Promise.all([params, searchParams])
    return guarded(asked.locale, async () => {
      const { reader, place, refusal } = await arrive(ground, template, asked, query)
      return settle(place ?? reader, async () => (refusal ? Promise.reject(refusal) : draw(place, asked)))
    })
  }
}

function metadataOn<P extends SiteParams, R extends Reader>(
  ground: Ground<P, R>,
  template: string,
  tell: Telling<P, R>,
) {
  return async function generateMetadata({ params, searchParams }: Props<P>): Promise<Metadata> {
    const [asked, query] = await Promise.all([params, searchParams])
    return described(async () => {
      const { reader, place, refusal } = await arrive(ground, template, asked, query)
      try {
        if (refusal) throw refusal
        return headTags(place, await tell(place, asked), ground.feedOf(place))
      } catch (problem) {
        return headTagsOfRefusal(reader, problem)
      }
    })
  }
}

/** A place, or why the page cannot be answered; a place that there is frames the refusal too. */
type Arrival<R> =
  | { reader: Reader; place: R; refusal: undefined }
  | { reader: Reader; place: R | undefined; refusal: BadParameter | Missing }

/** What an address leads to. A bad parameter counts before a missing place. */
async function arrive<P extends SiteParams, R extends Reader>(
  ground: Ground<P, R>,
  template: string,
  asked: P,
  query: Query,
): Promise<Arrival<R>> {
  const { reader, refusal } = await openReader(asked.locale, fill(template, asked), query)
  const place = isLocale(asked.locale) ? await ground.enter(reader, asked) : new Missing('page', asked.locale)
  if (place instanceof Missing) return { reader, place: undefined, refusal: refusal ?? place }
  return refusal ? { reader, place, refusal } : { reader, place, refusal: undefined }
}

/** Path below the locale for a template such as `/{dossier}/reports/{id}`. */
function fill<P extends SiteParams>(template: string, params: P): string {
  const values = new Map(Object.entries(params))
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values.get(name) ?? ''))
}

/** The page in its frame or, where it cannot be answered, the page that says why. */
async function settle(reader: Reader | Reading, draw: () => Promise<ReactElement>) {
  try {
    const text = await draw()
    return <Shell reader={reader}>{text}</Shell>
  } catch (refusal) {
    if (!(refusal instanceof Missing || refusal instanceof BadParameter || refusal instanceof Retracted)) throw refusal
    setStatus(refusal instanceof Missing ? 404 : refusal instanceof Retracted ? 410 : 400)
    const text = await refused(reader, refusal)
    return <Shell reader={{ ...reader, query: repeatable(reader.query, refusal) }}>{text}</Shell>
  }
}

async function refused(reader: Reader, refusal: Missing | BadParameter | Retracted): Promise<ReactElement> {
  if (refusal instanceof Missing) return <NotFound reader={reader} missing={refusal} />
  if (refusal instanceof BadParameter) return <BadRequest reader={reader} problem={refusal} />
  const { report } = refusal
  const dossier = reader.path.split('/')[1] ?? ''
  const retraction = await findRetraction(dossier, report.id, reader.pinned.edition)
  return <Tombstone reader={reader} dossier={dossier} report={report} retraction={retraction} />
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
