import 'server-only'
import type { Address, NamesOf } from '@/lib/addresses/address'
import { type Query, readQuery } from '@/lib/asking/query'
import { BadParameter } from '@/lib/asking/refusal'
import type { Followed, RecordFolder } from '@/lib/feeds/followed'
import { feedForms, isFeedFile } from '@/lib/feeds/forms'
import { isLocale, type RecordKind } from '@/lib/model'
import { echoed } from '@/lib/words/echo'
import { inWords } from '../file'
import { findRemoval, wasDossierRemoved } from '../retraction'
import { eventFeed } from './event-feed'

type Params<P> = { params: Promise<P & { locale: string; file: string }> }

/**
 * A handler that answers with a feed in the form that the file name asks for. 404 for an unknown form, language, archive or feed
 * (`follow` returns null), 410 where the record or the dossier that it followed was removed, 400 for a filter that makes no sense. `dimensionsOf` tells which dimensions the address takes.
 */
export function feedHandler<A extends Address & { parameters: { archive: unknown } }, P extends object>(
  address: A,
  follow: (params: P, query: Query<NamesOf<A>>) => Followed | null,
  dimensionsOf: (params: P) => Promise<readonly string[]> = async () => [],
) {
  return async (request: Request, { params }: Params<P>): Promise<Response> => {
    const asked = await params
    const { locale, file } = asked
    if (!isLocale(locale) || !isFeedFile(file)) return inWords(404, 'There is no such feed.')
    try {
      const query = readQuery(address, new URL(request.url).searchParams, await dimensionsOf(asked))
      const followed = follow(asked, query)
      const feed = followed && (await eventFeed(locale, followed, query))
      if (!feed)
        return (await wasRemoved(followed))
          ? inWords(410, 'What this feed followed was removed.')
          : inWords(404, 'There is no such feed.')
      const { type, write } = feedForms[file]
      return new Response(write(feed), {
        headers: {
          'content-type': `${type}; charset=utf-8`,
          // What it tells last changed then: the edition may have brought nothing to it.
          'last-modified': new Date(feed.updated).toUTCString(),
        },
      })
    } catch (refusal) {
      if (!(refusal instanceof BadParameter)) throw refusal
      return inWords(400, `The parameter “${echoed(refusal.parameter)}” cannot be used. ${refusal.message}`)
    }
  }
}

const kindOf: Record<RecordFolder, RecordKind> = {
  rules: 'rule',
  changes: 'change',
  actors: 'actor',
  sources: 'source',
}

async function wasRemoved(followed: Followed | null): Promise<boolean> {
  if (followed?.dossier === undefined) return false
  const { dossier, folder, id } = followed
  if (await wasDossierRemoved(dossier)) return true
  return folder !== undefined && id !== undefined && (await findRemoval(kindOf[folder], dossier, id)) !== null
}
