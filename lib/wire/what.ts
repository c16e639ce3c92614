import { feedFiles } from '@/lib/addresses/names'
import { filterNames } from '@/lib/asking/timeline-filter'
import { type Followed, folderOf, isRecordFolder, queryOf } from '@/lib/feeds/followed'
import { isId, isLocale } from '@/lib/model'

/** Characters that the path and query of a feed may have where it is subscribed to. */
export const mostWhat = 600

/** What is followed as it is kept: the path of its feed below the language, and the query; '' : all of the site. */
export const whatOf = (followed: Followed): string => folderOf(followed) + queryOf(followed)

/** Undoes `whatOf`; null for a text that it never makes. Whether there is such a dossier or record is for the database to say. */
export function readWhat(what: string): Followed | null {
  if (what.length > mostWhat) return null
  const [path = '', query = ''] = what.split('?', 2)
  const given = Object.fromEntries(new URLSearchParams(query))
  const hasQuery = Object.keys(given).length > 0
  const [empty, dossier = '', folder, id, ...rest] = path.split('/')
  if (path === '') return hasQuery ? null : {}
  if (path === '/corrections') return hasQuery ? null : { only: 'corrections' }
  if (empty !== '' || !isId(dossier) || rest.length > 0) return null
  if (folder === undefined) {
    if (!hasQuery) return { dossier }
    return Object.keys(given).every((name) => (filterNames as string[]).includes(name))
      ? { dossier, filter: given }
      : null
  }
  if (folder === 'ask' && id === undefined) return { dossier, question: given }
  return isRecordFolder(folder) && id !== undefined && isId(id) && !hasQuery ? { dossier, folder, id } : null
}

const nowhere = 'http://localhost'

/**
 * What somebody means to follow who gives the address of a feed or of its page, whole or as a path: as `whatOf` would write it, were there
 * such a thing.
 */
export function whatTyped(text: string): string {
  const typed = text.trim()
  const { pathname, search } = URL.canParse(typed, nowhere) ? new URL(typed, nowhere) : { pathname: typed, search: '' }
  const parts = pathname.split('/').filter((part) => part !== '')
  if (isLocale(parts[0] ?? '')) parts.shift()
  if ((feedFiles as readonly string[]).includes(parts.at(-1) ?? '')) parts.pop()
  if (parts.length === 2 && parts[1] === 'timeline') parts.pop()
  return parts.map((part) => `/${part}`).join('') + search
}
