import 'server-only'
import type { Address, NamesOf } from '@/lib/addresses/address'
import { type Query, readQuery } from '@/lib/asking/query'
import { BadParameter } from '@/lib/asking/refusal'
import type { Feed } from '@/lib/feeds/feed'
import { feedForms, isFeedFile } from '@/lib/feeds/forms'
import { isLocale, type Locale } from '@/lib/model'
import { echoed } from '@/lib/words/echo'
import { inWords } from './file'

type Params<P> = { params: Promise<P & { locale: string; file: string }> }

/**
 * A handler that answers with a feed in the form that the file name asks for. 404 for an unknown form, language or feed
 * (`read` returns null), 400 for a filter that makes no sense.
 */
export function feedHandler<A extends Address, P extends object>(
  address: A,
  read: (locale: Locale, params: P, query: Query<NamesOf<A>>) => Promise<Feed | null>,
) {
  return async (request: Request, { params }: Params<P>): Promise<Response> => {
    const asked = await params
    const { locale, file } = asked
    if (!isLocale(locale) || !isFeedFile(file)) return inWords(404, 'There is no such feed.')
    try {
      const feed = await read(locale, asked, readQuery(address, new URL(request.url).searchParams))
      if (!feed) return inWords(404, 'There is no such feed.')
      const { type, write } = feedForms[file]
      return new Response(write(feed), { headers: { 'content-type': `${type}; charset=utf-8` } })
    } catch (refusal) {
      if (!(refusal instanceof BadParameter)) throw refusal
      return inWords(400, `The parameter “${echoed(refusal.parameter)}” cannot be used. ${refusal.message}`)
    }
  }
}
