import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { unstable_rethrow as rethrow } from 'next/navigation'
import type { ReactElement } from 'react'
import { openReader, openReading } from '@/app/_reader/open'
import type { Reader, Reading } from '@/app/_reader/reading'
import { BadParameter, Missing, Removed, Retracted } from '@/app/_reader/refusal'
import { setStatus } from '@/app/_server/answer-status'
import { findRemoval, findRetraction } from '@/app/_server/retraction'
import { isDatabaseAway } from '@/db/errors'
import { type Address, type NamesOf, type PartsOf, pathBelowLanguage } from '@/lib/addresses/address'
import { type Query, refuseUnknown } from '@/lib/asking/query'
import { localeOf, say, shownLanguages } from '@/lib/model'
import { isLongToEcho } from '@/lib/words/echo'
import { askedAgain } from './asked-again'
import { BadRequest } from './BadRequest'
import { EmbedShell } from './EmbedShell'
import { headIsThere, tellingHead } from './head-first'
import { type Described, headTags, headTagsOfRefusal, type NamedFeed } from './head-tags'
import { NotFound } from './NotFound'
import { RemovedRecord } from './RemovedRecord'
import { ServerFailure } from './ServerFailure'
import { Shell } from './Shell'
import { Tombstone } from './Tombstone'

/*
 * Every public page is made here. A page that cannot be answered is still a whole document with its true status: Next's own
 * `notFound()` would leave it to the browser's script to draw, and public pages have none.
 */

interface Props<P> {
  params: Promise<P>
  searchParams: Promise<Query>
}
/** The pieces of an address that pages know by name. */
type SiteParts = Record<'locale', string>
type DossierParts = Record<'locale' | 'dossier', string>
/** An address below a language, and one below a dossier. */
export type SiteAddress = Address<`/{locale}${string}`>
export type DossierAddress = Address<`/{locale}/{dossier}${string}`>
type Drawing<A extends Address, R> = (place: R, parts: PartsOf<A>) => Promise<ReactElement>
/** The form of a page, drawn from what its address says; throws `BadParameter` for what makes no sense. */
type Form<A extends Address, R> = (place: R, parts: PartsOf<A>) => ReactElement | null
type Telling<A extends Address, R> = (place: R, parts: PartsOf<A>) => Described | Promise<Described>

/** Where pages stand: in a dossier, or outside of all. */
export interface Ground<P extends SiteParts, R extends Reader> {
  /** What pages there know; `Missing` when there is no such place. */
  enter(reader: Reader, parts: P): Promise<R | Missing>
  /** The feed of all that there is. */
  feedOf(place: R): NamedFeed
  /** The dimensions that addresses there may name. */
  dimensionsOf(place: R): string[]
}

export const siteGround: Ground<SiteParts, Reader> = {
  enter: async (reader) => reader,
  feedOf: ({ siteName }) => ({ folder: '', title: siteName }),
  dimensionsOf: () => [],
}
export const dossierGround: Ground<DossierParts, Reading> = {
  enter: (reader, { dossier }) => openReading(reader, dossier),
  feedOf: ({ dossier, locale }) => ({ folder: `/${dossier.id}`, title: say(dossier.title, locale).text }),
  dimensionsOf: ({ dossier }) => dossier.dimensions.map(({ id }) => id),
}

/** A page of the site outside the dossiers. */
export const sitePage = <A extends SiteAddress>(
  address: A,
  draw: Drawing<A, Reader<NamesOf<A>>>,
  form?: Form<A, Reader<NamesOf<A>>>,
) => pageOn(siteGround, address, draw, form)

/** A page of a dossier; an unknown dossier answers 404. Its `form` stands on the page that refuses an address too. */
export const dossierPage = <A extends DossierAddress>(
  address: A,
  draw: Drawing<A, Reading<NamesOf<A>>>,
  form?: Form<A, Reading<NamesOf<A>>>,
) => pageOn(dossierGround, address, draw, form)

/** What other sites show of a page of a dossier in a frame: read at the address of that page, drawn in a frame of its own. */
export const embedPage = <A extends DossierAddress>(address: A, draw: Drawing<A, Reading<NamesOf<A>>>) =>
  pageOn(dossierGround, address, draw, undefined, EmbedShell)

/** Head tags of what is embedded: those of the page, which stands in the index instead of it. */
export function embedMetadata<A extends DossierAddress>(address: A, tell: Telling<A, Reading<NamesOf<A>>>) {
  const telling: typeof tell = async (place, parts) => ({ ...(await tell(place, parts)), isIndexed: false })
  return metadataOn(dossierGround, address, telling)
}

/** Head tags of a page of the site outside the dossiers. */
export const siteMetadata = <A extends SiteAddress>(address: A, tell: Telling<A, Reader<NamesOf<A>>>) =>
  metadataOn(siteGround, address, tell)

/** Head tags of a dossier's page. */
export const dossierMetadata = <A extends DossierAddress>(address: A, tell: Telling<A, Reading<NamesOf<A>>>) =>
  metadataOn(dossierGround, address, tell)

function pageOn<P extends SiteParts, R extends Reader, A extends Address, Read extends R>(
  ground: Ground<P, R>,
  address: A,
  draw: Drawing<A, Read>,
  form?: Form<A, Read>,
  Frame: Frame = Shell,
) {
  return async ({ params, searchParams }: Props<PartsOf<A> & P>) => {
    const [parts, query] = await Promise.all([params, searchParams])
    return guarded(parts.locale, async () => {
      const { reader, place, refusal } = await arrive(ground, address, parts, query)
      const again = (problem: BadParameter) =>
        place && form ? askedAgain(place, problem, (read) => form(readAt<R, Read>(ground, address, read), parts)) : null
      return settle({ reader: place ?? reader, Frame }, again, async () => {
        if (refusal) throw refusal
        return draw(readAt<R, Read>(ground, address, place), parts)
      })
    })
  }
}

function metadataOn<P extends SiteParts, R extends Reader, A extends Address, Read extends R>(
  ground: Ground<P, R>,
  address: A,
  tell: Telling<A, Read>,
) {
  return async function generateMetadata({ params, searchParams }: Props<PartsOf<A> & P>): Promise<Metadata> {
    const [parts, query] = await Promise.all([params, searchParams])
    const working = described(async () => {
      const { reader, place, refusal } = await arrive(ground, address, parts, query)
      try {
        if (refusal) throw refusal
        return headTags(place, await tell(readAt<R, Read>(ground, address, place), parts), ground.feedOf(place))
      } catch (problem) {
        return headTagsOfRefusal(reader, await refusalOf(reader, problem))
      }
    })
    return tellingHead(working)
  }
}

/** What a page may read: of its address only what its row in the table has. Throws `BadParameter` where there is more. */
export function readAt<R extends Reader, Read extends R>(
  { dimensionsOf }: Pick<Ground<never, R>, 'dimensionsOf'>,
  address: Address,
  place: R,
): Read {
  refuseUnknown(address, place.query, dimensionsOf(place))
  return place as Read
}

/** A place, or why the page cannot be answered; a place that there is frames the refusal too. */
type Arrival<R> =
  | { reader: Reader; place: R; refusal: undefined }
  | { reader: Reader; place: R | undefined; refusal: BadParameter | Missing }

/** What an address leads to. A bad parameter counts before a missing place. */
export async function arrive<P extends SiteParts, R extends Reader>(
  ground: Ground<P, R>,
  address: Address,
  parts: P,
  query: Query,
): Promise<Arrival<R>> {
  const { locale } = parts
  const { reader, refusal } = await openReader(locale, address, pathBelowLanguage(address, parts), query)
  const isShown = shownLanguages(reader.site).some((one) => one === locale)
  const place = isShown ? await ground.enter(reader, parts) : new Missing('page', locale)
  if (place instanceof Missing) return { reader, place: undefined, refusal: refusal ?? place }
  return refusal ? { reader, place, refusal } : { reader, place, refusal: undefined }
}

/** What surrounds the text of a page. */
type Frame = (props: { reader: Reader | Reading; children: ReactElement }) => ReactElement
interface Framed {
  reader: Reader | Reading
  Frame: Frame
}

/** The page in its frame or, where it cannot be answered, the page that says why. */
async function settle({ reader, Frame }: Framed, again: Again, draw: () => Promise<ReactElement>) {
  try {
    const text = await draw()
    await headIsThere()
    return <Frame reader={reader}>{text}</Frame>
  } catch (problem) {
    const refusal = await refusalOf(reader, problem)
    if (!isRefusal(refusal)) throw refusal
    setStatus(refusal instanceof Missing ? 404 : refusal instanceof BadParameter ? 400 : 410)
    const text = await refused(reader, refusal, again)
    await headIsThere()
    return <Frame reader={{ ...reader, query: repeatable(reader.query, refusal) }}>{text}</Frame>
  }
}

/** The form of the page with what can be read of its address. */
type Again = (problem: BadParameter) => ReactElement | null

type Refusal = Missing | BadParameter | Retracted | Removed
const isRefusal = (problem: unknown): problem is Refusal =>
  [Missing, BadParameter, Retracted, Removed].some((kind) => problem instanceof kind)

/** What is missing now, and not only at an earlier edition, may have been removed. */
export async function refusalOf(reader: Reader, problem: unknown): Promise<unknown> {
  if (!(problem instanceof Missing) || problem.kind === 'page' || reader.pinned.edition !== undefined) return problem
  const removal = await findRemoval(problem.kind, reader.path.split('/')[1] ?? '', problem.id)
  return removal ? new Removed(problem.id, removal) : problem
}

async function refused(reader: Reader, refusal: Refusal, again: Again): Promise<ReactElement> {
  if (refusal instanceof Removed) return <RemovedRecord reader={reader} removed={refusal} />
  if (refusal instanceof Missing) return <NotFound reader={reader} missing={refusal} />
  if (refusal instanceof BadParameter) return <BadRequest reader={reader} problem={refusal} form={again(refusal)} />
  const { report } = refusal
  const dossier = reader.path.split('/')[1] ?? ''
  const retraction = await findRetraction(dossier, report.id, reader.pinned.edition)
  return <Tombstone reader={reader} dossier={dossier} report={report} retraction={retraction} />
}

/** What links of a page that refuses an address may repeat of it: not a bad parameter of any length. */
function repeatable(query: Query, refusal: Refusal): Query {
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
    console.error('A page failed', { failure: id }, error)
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
