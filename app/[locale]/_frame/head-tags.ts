import type { Metadata } from 'next'
import { type Pinned, pinsOf, type Reader, type Reading, withQuery } from '@/app/_reader/reading'
import { BadParameter, Missing, Removed, Retracted } from '@/app/_reader/refusal'
import { embedFiles, isEmbeddable } from '@/lib/addresses/embeds'
import { writingOf } from '@/lib/addresses/languages'
import { type DossierPicture, pictureFile, type SitePicture } from '@/lib/addresses/pictures'
import { citationTags } from '@/lib/citation/tags'
import type { Work } from '@/lib/citation/work'
import { embedForms } from '@/lib/embeds/oembed'
import { type FeedFile, feedAddress, feedFiles } from '@/lib/feeds/feed'
import { folderOf, queryOf, type RecordFolder } from '@/lib/feeds/followed'
import { type Followable, followedWords, type NamedFollowed } from '@/lib/feeds/followed-words'
import { feedForms } from '@/lib/feeds/forms'
import { type Locale, say, shownLanguages, type Text } from '@/lib/model'
import { cardSize } from '@/lib/pictures/card'

export interface NamedFeed {
  folder: string
  /** What stands behind the name of its file. */
  query?: string
  title: string
  /** The forms that are named; left out, all of them. */
  files?: readonly FeedFile[]
}

/** The feed of what is followed, as head tags name it. */
export const feedOf = (followed: NamedFollowed, at: Followable): NamedFeed => ({
  folder: folderOf(followed.followed),
  query: queryOf(followed.followed),
  title: followedWords(followed, at).title,
})

/** The feed of a rule, a change or an actor, as head tags name it: where it stands below the language, and its title. */
export const feedOfRecord = (
  { dossier, locale }: Reading,
  folder: RecordFolder,
  { id, title }: { id: string; title: Text },
): NamedFeed => ({ folder: folderOf({ dossier: dossier.id, folder, id }), title: say(title, locale).text })

/** The picture of a page: that of its own folder, or of the site or dossier it is in, there perhaps one of a page. */
export interface Pictured {
  /** What it says, for those who do not see it. */
  alt: string
  /** Where it stands. */
  at: 'beside' | SitePicture | DossierPicture
  /** What it is read at, where that is not simply what the page is. */
  readAt?: Pinned
}

/** What a page says of itself. */
export interface Described {
  title: string
  /** In a sentence or two, of its own words. */
  description: string
  /** Left out, that of the site or the dossier. */
  picture?: Pictured
  /** When what it tells came out, where it tells one thing. */
  published?: string
  /** The part of the query that makes this a document of its own. */
  query?: string
  /** Feeds of what this page is about, below the language; beside the one of all, of the dossier or the site. */
  feeds?: NamedFeed[]
  /** False: not for an index of the web, though its links are. */
  isIndexed?: boolean
  /** What reference managers are to take of it. */
  cited?: Work
}

/** Head tags of a page: title, description, canonical address, the other language, feeds, and how a link to it is shown. */
export function headTags(reader: Reader, told: Described, all: NamedFeed): Metadata {
  const { title, description, query = '', feeds = [], isIndexed = true } = told
  const place = placeOf(reader, query, [...feeds, all])
  return {
    title: titled(reader, title),
    description,
    ...place,
    ...previewOf(reader, told, { all, url: place.alternates.canonical }),
    ...(told.cited ? { other: citationTags(told.cited) } : {}),
    ...(isIndexed ? {} : { robots: { index: false, follow: true } }),
  }
}

/** The front page has the name of the site in its own title. */
const titled = ({ path, siteName }: Reader, title: string): string => (path === '' ? title : `${title} · ${siteName}`)

/** How a link to the page is shown elsewhere (the Open Graph protocol, and what X makes of it). */
function previewOf(reader: Reader, told: Described, { all, url }: { all: NamedFeed; url: string }): Metadata {
  const { locale } = reader
  const { title, description, published } = told
  const image = { url: pictureOf(reader, told, all.folder), alt: told.picture?.alt ?? all.title }
  const shared = {
    ...{ title, description, url, siteName: reader.siteName, locale: territoryOf(locale) },
    alternateLocale: shownLanguages(reader.site)
      .filter((one) => one !== locale)
      .map(territoryOf),
    images: [{ ...image, ...cardSize, type: 'image/png' }],
  }
  return {
    openGraph: published ? { ...shared, type: 'article', publishedTime: published } : { ...shared, type: 'website' },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}

/** A language as the protocol writes it: `en_GB`. */
const territoryOf = (locale: Locale): string => writingOf(locale).region.replace('-', '_')

function pictureOf(reader: Reader, { picture, query = '' }: Described, folder: string): string {
  const { origin, locale, path, pinned } = reader
  const isBeside = picture?.at === 'beside'
  const page = isBeside || !picture ? '' : withQuery('', { page: picture.at })
  const asked = withPins(isBeside ? query : page, { ...pinned, ...picture?.readAt })
  return `${origin}/${locale}${isBeside ? path : folder}/${pictureFile}${asked}`
}

/** A query with what is pinned behind it; empty values stay, for they may say something. */
function withPins(query: string, pinned: Pinned): string {
  const pins = withQuery('', pinsOf({ pinned }))
  return query === '' || pins === '' ? query + pins : `${query}&${pins.slice(1)}`
}

/** Where the page stands: its one address, its other language, its feeds. What an edition showed is not for an index. */
function placeOf(reader: Reader, query: string, feeds: NamedFeed[]) {
  const { locale, path, origin } = reader
  const own = `${path}${withPins(query, reader.pinned)}`
  const languages = Object.fromEntries(shownLanguages(reader.site).map((one) => [one, `${origin}/${one}${own}`]))
  const types = Object.fromEntries(
    feedFiles.map((file) => {
      const { type, name } = feedForms[file]
      const inForm = feeds.filter(({ files = feedFiles }) => files.includes(file))
      const addressOf = (folder: string, query = '') =>
        feedAddress({ folder: `${origin}/${locale}${folder}`, query }, file)
      return [
        type,
        inForm.map(({ folder, query, title }) => ({ url: addressOf(folder, query), title: `${title} (${name})` })),
      ]
    }),
  )
  const canonical = `${origin}/${locale}${own}`
  const isPinned = reader.pinned.edition !== undefined || reader.pinned.on !== undefined
  return {
    alternates: {
      canonical,
      languages,
      types: { ...types, ...(isEmbeddable(reader.address) && discovery(reader, canonical)) },
    },
    ...(isPinned ? { robots: { index: false } } : {}),
  }
}

/** Where it is said how the page is embedded (oEmbed 1.0, section 4). */
const discovery = ({ origin, siteName }: Reader, url: string) =>
  Object.fromEntries(
    Object.entries(embedForms).map(([format, { found }]) => [
      found,
      [{ url: `${origin}${withQuery(embedFiles.oembed.path, { url, format })}`, title: siteName }],
    ]),
  )

/** The head tags of the page that says why an address cannot be answered: it is no place of its own. Throws all other errors. */
export function headTagsOfRefusal(reader: Reader, refusal: unknown): Metadata {
  const { t } = reader
  const robots = { index: false }
  if (refusal instanceof Missing) return { title: titled(reader, t('errors.missingTitle')), robots }
  if (refusal instanceof Removed) return { title: titled(reader, t('errors.removedTitle')), robots }
  if (refusal instanceof Retracted) return { title: titled(reader, t('correction.tombstone')), robots }
  if (refusal instanceof BadParameter) return { title: titled(reader, t('errors.badTitle')), robots }
  throw refusal
}
