import { addresses } from '@/lib/addresses'
import type { Address } from '@/lib/addresses/address'
import { isTracking, parametersOf } from '@/lib/addresses/unknown'
import { isId } from '@/lib/model'
import { dimensionPlace, valuePlace } from './former-ids'

/** A public address in the one spelling that all its spellings share. */
export interface Canonical {
  /** Path and query, `/en/japan-defence-transfers/timeline?stage=agreed`. */
  url: string
  address: Address
  /** Whether it may become a copy: it is for all readers, not too long, its dossier is public now and it has all parameters given. */
  isKept: boolean
  /** Whether an id in it is one that something had before: `url` names it by the one of now, and that is where to go. */
  isMoved: boolean
}

/** What addresses may name at a stamp. */
export interface Nameable {
  /** Number of the newest edition. */
  edition: number
  /** Whether readers are offered a language. */
  hasLanguage(language: string): boolean
  /** The ids of a dossier's dimensions; undefined for a dossier that is not public now. */
  dimensionsOf(dossier: string): readonly string[] | undefined
  /** Whether a dossier is public now, or was once: earlier editions can still be read. */
  hasDossier(dossier: string): boolean
  /** The same of a record, by the folder of its address (`reports`). */
  hasRecord(dossier: string, folder: string, id: string): boolean
  /** The id that what had this one before has now; undefined where nothing had. Folders are those of `former-ids`. */
  nowOf(dossier: string, folder: string, id: string): string | undefined
}

// Longer addresses are answered, but not worth a place in memory.
const longest = 1000

interface Pattern {
  address: Address
  parts: string[]
}
const patterns: Pattern[] = addresses.map((address) => ({ address, parts: address.path.split('/').slice(1) }))

/**
 * The canonical form of a request target, or null when it names nothing: it fits no address, or nothing of that id was ever public.
 * Percent-encoding and a slash at the end are undone (RFC 3986, section 6.2.2); of the query the parameters remain, trimmed, sorted by
 * name (of several values of one that may have many, by value), without empty ones and those that only track. One that the address does not have is left for Next to refuse. Values are
 * not judged here: a page that refuses them does not become a copy.
 */
export function canonicalOf(target: string, nameable: Nameable): Canonical | null {
  const at = target.indexOf('?')
  const given = partsOf(at < 0 ? target : target.slice(0, at))
  const found = given && patterns.find((pattern) => fits(pattern.parts, given, nameable))
  if (!found) return null
  const { address } = found
  const asked = at < 0 ? null : new URLSearchParams(target.slice(at + 1))
  // At an earlier edition things are called what they were called then.
  const mayMove = !asked?.has('edition')
  const parts = mayMove ? nowCalled(found.parts, given, nameable) : given
  if (!namesSomething(found.parts, parts, nameable)) return null
  const dossier = parts[found.parts.indexOf('{dossier}')]
  const dimensions = dossier === undefined ? [] : nameable.dimensionsOf(dossier)
  const said = asked && mayMove ? withIdsOfNow(asked, address, dossier ?? dossierIn(asked, nameable), nameable) : asked
  const query = !said || !dimensions ? '' : queryOf(said, address, dimensions)
  const url = `/${parts.join('/')}${query && `?${query}`}`
  const isKept = !address.isPrivate && dimensions !== undefined && query !== null && url.length <= longest
  return { url: isKept ? url : target, address, isKept, isMoved: isKept && (parts !== given || said !== asked) }
}

/** The parts with the ids that what they name has now; the parts themselves where it has those. */
function nowCalled(pattern: readonly string[], given: string[], nameable: Nameable): string[] {
  const parts = [...given]
  const place = pattern.indexOf('{dossier}')
  const dossier = place < 0 ? undefined : nameable.nowOf('', '', parts[place] ?? '')
  if (dossier !== undefined) parts[place] = dossier
  const at = pattern.indexOf('{id}')
  const folder = parts[at - 1] ?? ''
  // Publishers stand in no dossier, whatever address names them.
  const within = folder === 'sources' ? '' : (parts[place] ?? '')
  const id = place < 0 || at < 0 ? undefined : nameable.nowOf(within, folder, parts[at] ?? '')
  if (id !== undefined) parts[at] = id
  return dossier === undefined && id === undefined ? given : parts
}

/** The dossier that a list across dossiers is narrowed to: what else is named stands in it; '' where it is not. */
function dossierIn(asked: URLSearchParams, { nowOf }: Nameable): string {
  const given = asked.get('dossier')?.trim() ?? ''
  return nowOf('', '', given) ?? given
}

/** The folders of what parameters name, as `nowOf` takes them. */
const folderOf: Record<string, string> = {
  rule: 'rules',
  change: 'changes',
  take: 'changes',
  actor: 'actors',
  report: 'reports',
  source: 'sources',
  rows: dimensionPlace,
  columns: dimensionPlace,
}

/** As `nowCalled`, of a query: records, dimensions and values by the ids that they have now. */
function withIdsOfNow(asked: URLSearchParams, address: Address, dossier: string, nameable: Nameable): URLSearchParams {
  const before = [...asked]
  const after = before.map(([name, text]): [string, string] => {
    const id = text.trim()
    const known = address.parameters[name]
    if (known?.kind === 'assumption') {
      const [change = '', ...day] = id.split('@')
      const now = nameable.nowOf(dossier, 'changes', change)
      return [name, now === undefined ? text : [now, ...day].join('@')]
    }
    if (known?.kind === 'id') {
      const within = name === 'source' || name === 'dossier' ? '' : dossier
      return [name, nameable.nowOf(within, folderOf[name] ?? '', id) ?? text]
    }
    if (known || address.dimensions === undefined) return [name, text]
    const dimension = nameable.nowOf(dossier, dimensionPlace, name) ?? name
    return [dimension, nameable.nowOf(dossier, valuePlace(dimension), id) ?? text]
  })
  const isSame = after.every(([name, text], at) => before[at]?.[0] === name && before[at]?.[1] === text)
  return isSame ? asked : new URLSearchParams(after)
}

/** Whether what stands in the place of ids is, or was once, public. */
function namesSomething(pattern: readonly string[], given: readonly string[], nameable: Nameable): boolean {
  const dossier = given[pattern.indexOf('{dossier}')]
  if (dossier !== undefined && !nameable.hasDossier(dossier)) return false
  const at = pattern.indexOf('{id}')
  const id = given[at]
  if (id === undefined) return true
  if (dossier === undefined) return /^[1-9]\d{0,8}$/.test(id) && Number(id) <= nameable.edition
  return nameable.hasRecord(dossier, given[at - 1] ?? '', id)
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

const fits = (pattern: string[], parts: string[], { hasLanguage }: Nameable): boolean =>
  pattern.length === parts.length &&
  pattern.every((part, index) => {
    const given = parts[index] ?? ''
    if (part === '{locale}') return hasLanguage(given)
    return part.startsWith('{') ? isId(given) : part === given
  })

/** The query in its one spelling; null where a parameter is given that the address does not have. */
function queryOf(given: URLSearchParams, address: Address, dimensions: readonly string[]): string | null {
  const known = parametersOf(address, dimensions)
  const asked = [...given].filter(([name]) => !isTracking(name))
  const had = asked.filter(([name]) => known.includes(name))
  if (had.length < asked.length && !address.overlooks) return null
  const isMany = (name: string) => address.parameters[name]?.many === true
  const [several, single] = [had.filter(([name]) => isMany(name)), had.filter(([name]) => !isMany(name))]
  const kept = [...pickRepeated(single, address.repeated), ...several].map(([name, text]): [string, string] => [
    name,
    text.trim(),
  ])
  const meansNothing = (name: string) =>
    isMany(name) ||
    (!(address.dimensions === 'keepEmpty' && dimensions.includes(name)) &&
      kept.filter(([other]) => other === name).length === 1)
  const said = kept.filter(([name, text]) => text !== '' || !meansNothing(name))
  return new URLSearchParams(said.sort(([a, x], [b, y]) => inOrder(a, b) || (isMany(a) ? inOrder(x, y) : 0))).toString()
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of several values of a parameter that has one, the one that counts. */
function pickRepeated(pairs: [string, string][], which: Address['repeated']): [string, string][] {
  if (which === undefined) return pairs
  return [...new Map(which === 'first' ? pairs.toReversed() : pairs)]
}
