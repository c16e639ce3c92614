import 'server-only'
import { BadParameter } from '@/app/_reader/refusal'
import type { Feed } from '@/lib/feeds/feed'
import { feedForms, isFeedFile } from '@/lib/feeds/forms'
import { isLocale, type Locale } from '@/lib/model'
import { translator } from '@/lib/words/messages'

type Params<P> = { params: Promise<P & { locale: string; file: string }> }

/**
 * A handler that answers with a feed in the form that the file name asks for. 404 for an unknown form, language or feed
 * (`read` returns null), 400 for a filter that makes no sense.
 */
export function feedHandler<P extends object>(
  read: (locale: Locale, params: P, parameters: URLSearchParams) => Promise<Feed | null>,
) {
  return async (request: Request, { params }: Params<P>): Promise<Response> => {
    const asked = await params
    const { locale, file } = asked
    if (!isLocale(locale) || !isFeedFile(file)) return inWords(404, 'There is no such feed.')
    try {
      const feed = await read(locale, asked, new URL(request.url).searchParams)
      if (!feed) return inWords(404, 'There is no such feed.')
      const { type, write } = feedForms[file]
      return new Response(write(feed), { headers: { 'content-type': `${type}; charset=utf-8` } })
    } catch (refusal) {
      if (!(refusal instanceof BadParameter)) throw refusal
      const why = refusal.explain(translator('en'))
      return inWords(400, `The parameter “${refusal.parameter}” cannot be used. ${why}`)
    }
  }
}

const inWords = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
