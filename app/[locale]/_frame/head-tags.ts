import type { Metadata } from 'next'
import { pinsOf, type Reader, type Reading, withQuery } from '@/app/_reader/reading'
import { BadParameter, Missing, Retracted } from '@/app/_reader/refusal'
import { type FeedFile, feedAddress, feedFiles } from '@/lib/feeds/feed'
import { folderOf, type RecordFolder } from '@/lib/feeds/followed'
import { feedForms } from '@/lib/feeds/forms'
import { locales, say, type Text } from '@/lib/model'

export interface NamedFeed {
  folder: string
  title: string
  /** The forms that are named; left out, all of them. */
  files?: readonly FeedFile[]
}

/** The feed of a rule, a change or an actor, as head tags name it: where it stands below the language, and its title. */
export const feedOfRecord = (
  { dossier, locale }: Reading,
  folder: RecordFolder,
  { id, title }: { id: string; title: Text },
): NamedFeed => ({ folder: folderOf({ dossier: dossier.id, folder, id }), title: say(title, locale).text })

/** What a page says of itself. */
export interface Described {
  title: string
  description?: string | undefined
  /** The part of the query that makes this a document of its own. */
  query?: string
  /** Feeds of what this page is about, below the language; beside the one of all, of the dossier or the site. */
  feeds?: NamedFeed[]
  /** False: not for an index of the web, though its links are. */
  isIndexed?: boolean
}

/** Head tags of a page: title, canonical address, the other language, feeds. */
export function headTags(reader: Reader, { title, description, ...described }: Described, all: NamedFeed): Metadata {
  const { query = '', feeds = [], isIndexed = true } = described
  return {
    title,
    description,
    ...placeOf(reader, query, [...feeds, all]),
    ...(isIndexed ? {} : { robots: { index: false, follow: true } }),
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

/** The head tags of the page that says why an address cannot be answered: it is no place of its own. Throws all other errors. */
export function headTagsOfRefusal({ t }: Reader, refusal: unknown): Metadata {
  const robots = { index: false }
  if (refusal instanceof Missing) return { title: t('errors.missingTitle'), robots }
  if (refusal instanceof Retracted) return { title: t('correction.tombstone'), robots }
  if (refusal instanceof BadParameter) return { title: t('errors.badTitle'), robots }
  throw refusal
}
