import { plainLanguage } from '@/lib/addresses/names'
import { isId, type RecordKind } from '@/lib/model'
import { slugOf } from '@/lib/words/slug'

/** The field by which a record is called when it is begun, and of which its id is made then. */
const namedBy: Partial<Record<RecordKind, string>> = {
  rule: 'title',
  change: 'title',
  actor: 'name',
  source: 'name',
  report: 'headline',
}

/** The slugs of a name in each of its languages, English first. */
function slugsOf(data: unknown, field: string): string[] {
  const name: unknown = Object(data)[field]
  const texts =
    typeof name === 'string'
      ? [name]
      : Object.entries(Object(name))
          .sort(englishFirst)
          .map(([, text]) => text)
  return [...new Set(texts.map((text) => (typeof text === 'string' ? slugOf(text) : '')))].filter((slug) => slug !== '')
}

const englishFirst = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  Number(b === plainLanguage) - Number(a === plainLanguage)

/**
 * The id that a record wants when its name is mended: made of the new name as the one that it has was made of the name before, which
 * of a report is what stands behind its day and publisher. null where it stays: the name gives the same, or somebody chose the id.
 */
export function followingId(kind: RecordKind, id: string, before: unknown, after: unknown): string | null {
  const field = namedBy[kind]
  if (!field) return null
  const [was, is] = [slugsOf(before, field), slugsOf(after, field)]
  // A name without Latin letters gives none: its record is called by what it is.
  const [made, wanted] = kind === 'report' ? [was, is] : [or(was, kind), or(is, kind)]
  const [fresh] = wanted
  const old = made.map((slug) => ({ slug, lead: leadOf(kind, id, slug) })).find(({ lead }) => lead !== null)
  if (!old || fresh === undefined || wanted.includes(old.slug)) return null
  const next = `${old.lead}${fresh}`
  return isId(next) ? next : null
}

const or = (slugs: string[], kind: RecordKind): string[] => (slugs.length > 0 ? slugs : [kind])

/** What stands in an id before the part that is made of a name, with or without a number behind it; null where that is no part of it. */
function leadOf(kind: RecordKind, id: string, slug: string): string | null {
  const whole = [id, id.replace(/-\d+$/, '')].find(
    (one) => one === slug || (kind === 'report' && one.endsWith(`-${slug}`)),
  )
  return whole === undefined ? null : whole.slice(0, -slug.length)
}
