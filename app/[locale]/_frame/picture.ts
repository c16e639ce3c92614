import type { Reader, Reading } from '@/app/_reader/reading'
import { BadParameter, Missing, Removed, Retracted } from '@/app/_reader/refusal'
import type { Address, NamesOf, PartsOf } from '@/lib/addresses/address'
import type { Given, Query } from '@/lib/asking/query'
import { type Card, cardSvg } from '@/lib/pictures/card'
import { toPng } from '@/lib/pictures/png'
import { echoed } from '@/lib/words/echo'
import {
  arrive,
  type DossierAddress,
  dossierGround,
  type Ground,
  readAt,
  refusalOf,
  type SiteAddress,
  siteGround,
} from './document'

type Telling<A extends Address, R> = (place: R, parts: PartsOf<A>) => Card | Promise<Card>

/** The picture of a page of the site outside the dossiers, as a handler that answers with a PNG. */
export const sitePicture = <A extends SiteAddress>(address: A, tell: Telling<A, Reader<NamesOf<A>>>) =>
  pictureOn(siteGround, address, tell)

/** The picture of a dossier's page. */
export const dossierPicture = <A extends DossierAddress>(address: A, tell: Telling<A, Reading<NamesOf<A>>>) =>
  pictureOn(dossierGround, address, tell)

/** What cannot be pictured answers as its page does: 404, 410 or 400, in words. */
function pictureOn<P extends Record<'locale', string>, R extends Reader, A extends Address, Read extends R>(
  ground: Ground<P, R>,
  address: A,
  tell: Telling<A, Read>,
) {
  return async (request: Request, { params }: { params: Promise<PartsOf<A> & P> }): Promise<Response> => {
    const parts = await params
    const { reader, place, refusal } = await arrive(ground, address, parts, queryIn(new URL(request.url).searchParams))
    try {
      if (refusal) throw refusal
      const card = await tell(readAt<R, Read>(ground, address, place), parts)
      const png = await toPng(cardSvg(card))
      return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } })
    } catch (problem) {
      return refused(await refusalOf(reader, problem))
    }
  }
}

/** A query as pages get it: a parameter that is given several times is a list. */
function queryIn(given: URLSearchParams): Query {
  const query = Object.create(null) as Record<string, Given>
  for (const name of given.keys()) {
    const values = given.getAll(name)
    query[name] = values.length > 1 ? values : values[0]
  }
  return query
}

function refused(problem: unknown): Response {
  if (problem instanceof Missing) return inPlainWords(404, 'There is no such picture.')
  if (problem instanceof Removed) return inPlainWords(410, 'What this picture was of was removed.')
  if (problem instanceof Retracted) return inPlainWords(410, 'The report was retracted.')
  if (!(problem instanceof BadParameter)) throw problem
  return inPlainWords(400, `The parameter “${echoed(problem.parameter)}” cannot be used. ${problem.message}`)
}

const inPlainWords = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
