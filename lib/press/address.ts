import type { IncomingMessage } from 'node:http'
import { type Locale, localeOf } from '@/lib/model'
import { type Canonical, canonicalOf } from './canonical'
import type { Files } from './copies/files'
import type { Stamp } from './stamp'

/** Something for Next to render. */
export interface Page {
  key: string
  url: string
  host: string
  /** Whether it is for one reader: nobody on the way may keep it either. */
  isPrivate?: boolean
}

/** What a request asks for. */
export type PressRequest =
  | ({ kind: 'page' } & Page)
  | { kind: 'file'; key: string }
  | { kind: 'missingFile' }
  /** Public, but no address that could become a copy. */
  | ({ kind: 'unlisted' } & Page)
  /** An address that names something by an id that it had before: where it is now. */
  | { kind: 'moved'; url: string }
  /** An address that names nothing: in which language to say so. */
  | { kind: 'missing'; locale: Locale }

/** Where pages find themselves: at the public address, or else at the host that the request names. */
export interface PublicPlace {
  publicHost: string | undefined
}

/** Reads a request target. The host is part of the key of pages that name it, and never anything else of the reader. */
export function readAddress(request: IncomingMessage, place: PublicPlace, files: Files, stamp: Stamp): PressRequest {
  const target = request.url ?? '/'
  if (files.covers(target)) {
    const key = files.keyOf(target)
    return key === null ? { kind: 'missingFile' } : { kind: 'file', key }
  }
  const host = place.publicHost ?? request.headers.host?.toLowerCase() ?? 'localhost'
  const canonical = canonicalOf(target, stamp.nameable)
  if (!canonical) return missingAt(target)
  if (canonical.isMoved) return { kind: 'moved', url: canonical.url }
  const { isPrivate = false } = canonical.address
  if (!canonical.isKept) return { kind: 'unlisted', key: `${host} ${target}`, url: target, host, isPrivate }
  return { kind: 'page', key: pageKey(canonical, place, host), url: canonical.url, host }
}

function missingAt(target: string): PressRequest {
  const [path = ''] = target.split('?', 1)
  if (/\.[a-z0-9]+$/i.test(path)) return { kind: 'missingFile' }
  const locale = path.split('/')[1] ?? ''
  return { kind: 'missing', locale: localeOf(locale) }
}

const pageKey = ({ address, url }: Canonical, { publicHost }: PublicPlace, host: string): string =>
  `${address.absolute && publicHost === undefined ? host : ''} ${url}`

/** The page that says in a language that there is no such page: of a path that no route will ever have. */
export const missingPage = (locale: Locale, { publicHost = 'localhost' }: PublicPlace): Page => ({
  key: `404 /${locale}`,
  url: `/${locale}/404/404`,
  host: publicHost,
})

/** Undoes `pageKey`: what a page key asks for. */
export function pageOfKey(key: string, { publicHost }: PublicPlace): Page {
  const at = key.indexOf(' ')
  return { key, url: key.slice(at + 1), host: publicHost ?? (key.slice(0, at) || 'localhost') }
}

/** Keys of files are paths; those of pages begin with a host or a space. */
export const isPageKey = (key: string): boolean => !key.startsWith('/')
