import { isId, locales } from '@/lib/model'
import { type Route, routes } from './routes'

/** A public address in the one spelling that all its spellings share. */
export interface Canonical {
  /** Path and query, `/en/japan-defence-transfers/timeline?stage=agreed`. */
  url: string
  route: Route
}

/** The ids of a dossier's dimensions; undefined for a dossier that is not published. */
export type DimensionsOf = (dossier: string) => readonly string[] | undefined

// Longer addresses are answered, but not worth a place in memory.
const longest = 1000
const tracking =
  /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|igshid|yclid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|_rsc|ref_src)$/i
const oneLocale = new Set<string>(locales)

interface Pattern {
  route: Route
  parts: string[]
}
const patterns: Pattern[] = routes.map((route) => ({ route, parts: route.path.split('/').slice(1) }))

/**
 * The canonical form of a request target, or null when it is no public address (Next then answers, mostly 404). Percent-encoding
 * and a slash at the end are undone (RFC 3986, section 6.2.2); of the query the known parameters remain, trimmed, sorted by
 * name, without empty ones. Values are not judged here: a page that refuses them does not become a copy.
 */
export function canonicalOf(target: string, dimensionsOf: DimensionsOf): Canonical | null {
  const at = target.indexOf('?')
  const parts = partsOf(at < 0 ? target : target.slice(0, at))
  const found = parts && patterns.find((pattern) => fits(pattern.parts, parts))
  if (!found) return null
  const { route } = found
  const dossier = parts[found.parts.indexOf('{dossier}')]
  const dimensions = dossier === undefined ? [] : dimensionsOf(dossier)
  if (!dimensions) return null
  const query = at < 0 ? '' : queryOf(new URLSearchParams(target.slice(at + 1)), route, dimensions)
  const url = `/${parts.join('/')}${query && `?${query}`}`
  return url.length > longest ? null : { url, route }
}

function partsOf(path: string): string[] | null {
  if (!path.startsWith('/')) return null
  const parts = path.slice(1).split('/')
  if (parts.length > 1 && parts.at(-1) === '') parts.pop()
  try {
    return path.includes('%') ? parts.map(decodeURIComponent) : parts
  } catch {
    return null
  }
}

const fits = (pattern: string[], parts: string[]): boolean =>
  pattern.length === parts.length &&
  pattern.every((part, index) => {
    const given = parts[index] ?? ''
    if (part === '{locale}') return oneLocale.has(given)
    return part.startsWith('{') ? isId(given) : part === given
  })

function queryOf(given: URLSearchParams, route: Route, dimensions: readonly string[]): string {
  const isDimension = (name: string) => route.dimensions !== undefined && dimensions.includes(name)
  const isKnown = (name: string) => route.parameters.includes(name) || isDimension(name)
  const asked = [...given].filter(([name]) => isKnown(name) || (route.unknown === 'keep' && !tracking.test(name)))
  const kept = pickRepeated(asked, route.repeated).map(([name, text]): [string, string] => [name, text.trim()])
  const meansNothing = (name: string) =>
    isKnown(name) &&
    !(route.dimensions === 'keepEmpty' && isDimension(name)) &&
    kept.filter(([other]) => other === name).length === 1
  const said = kept.filter(([name, text]) => text !== '' || !meansNothing(name))
  return new URLSearchParams(said.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
}

function pickRepeated(pairs: [string, string][], which: Route['repeated']): [string, string][] {
  if (which === undefined) return pairs
  return [...new Map(which === 'first' ? pairs.toReversed() : pairs)]
}
