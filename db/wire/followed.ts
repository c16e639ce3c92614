import type { Db } from '@/db/dialect'
import { BadParameter } from '@/lib/asking/refusal'
import { type Followed, pageOf } from '@/lib/feeds/followed'
import { followedWords } from '@/lib/feeds/followed-words'
import type { Locale } from '@/lib/model'
import { readWhat, whatOf } from '@/lib/wire/what'
import { type OpenFollowed, openFollowed } from '../queries/followed-events'
import { findSite } from '../queries/site/site'
import { followedNow } from './former'

/** What a subscription follows, in words. */
export interface FoundFollowed {
  /** As it is kept, in its one spelling. */
  what: string
  title: string
  /** Its page, below the language. */
  page: string
  /** In which the hour of a digest is told. */
  zone: string
}

/** Looks up what is followed by what is kept of it, under the ids of now; null where there is no such feed (any more). */
export async function openWhat(db: Db, what: string): Promise<OpenFollowed | null> {
  const asked = readWhat(what)
  if (!asked) return null
  const open = await openAsked(db, asked)
  if (open) return open
  const now = await followedNow(db, asked)
  return whatOf(now) === what ? null : openAsked(db, now)
}

async function openAsked(db: Db, asked: Followed): Promise<OpenFollowed | null> {
  try {
    const open = await openFollowed(db, asked)
    // What an answer is asked at that the dossier has no dimension for.
    const strange = Object.keys(asked.question ?? {}).some((name) => open?.followed.question?.[name] === undefined)
    return strange ? null : open
  } catch (error) {
    if (error instanceof BadParameter) return null
    throw error
  }
}

/** What a feed by its path below the language ('' : all of the site) and its query follows; null where there is no such feed now. */
export async function findFollowed(db: Db, what: string, locale: Locale): Promise<FoundFollowed | null> {
  const open = await openWhat(db, what)
  if (!open) return null
  const site = await findSite(db)
  const zone = open.dossier?.timeZone ?? site.zone
  const { title } = followedWords(open, { site, locale })
  return { what: whatOf(open.followed), title, page: pageOf(open.followed), zone }
}
