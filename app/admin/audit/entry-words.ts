import type { EditionSummary } from '@/lib/events/edition-summary'
import { type RecordKind, recordKinds } from '@/lib/model'
import { rhythms } from '@/lib/wire/rhythm'
import type { DeskWords } from '@/lib/words/desk-messages'
import { talliesInWords } from '@/lib/words/edition-words'

const isOneOf = <Value>(list: readonly Value[], value: unknown): value is Value => list.includes(value as Value)
const isKind = (kind: unknown): kind is RecordKind => isOneOf(recordKinds, kind)
const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The record that a detail of the log names, and the rest of it by its names, without what says nothing. */
export function detailParts(detail: unknown): {
  record: { kind: RecordKind; dossier: string; id: string } | null
  rest: Record<string, unknown>
} {
  if (detail === null || detail === undefined) return { record: null, rest: {} }
  if (!isGroup(detail)) return { record: null, rest: { note: detail } }
  const told = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null && value !== ''))
  const { kind, dossier, id, ...others } = told
  if (!isKind(kind) || typeof dossier !== 'string' || typeof id !== 'string') return { record: null, rest: told }
  return { record: { kind, dossier, id }, rest: others }
}

/** Something that was done to, where it is neither a person nor a draft that is open: an edition by its number, else the id. */
export function subjectInWords(t: DeskWords, subject: string): string {
  const [, number] = /^edition (\d+)$/.exec(subject) ?? []
  return number ? t('audit.edition', { number }) : subject
}

const roles = ['none', 'author', 'reviewer', 'editor', 'admin'] as const
const links = ['first-admin', 'invite', 'reset'] as const
/** Of a longer list so many are told. */
const mostListed = 8

/**
 * A part of a detail in a line of words, “Role: administrator”: what the log has no words for is told as it is kept. `called` is the name by
 * which people call what has an id.
 */
export function partInWords(
  t: DeskWords,
  [name, value]: [string, unknown],
  called: (id: string) => string = (id) => id,
): string {
  const key = `audit.said.${name}` as 'audit.said.reason'
  return t('audit.part', {
    name: t.has(key) ? t(key) : name,
    value: termOf(t, name, value) ?? valueInWords(t, value, called),
  })
}

/** The words of a term: what it means depends on what it stands for, for a person may be called `admin` as well. */
function termOf(t: DeskWords, name: string, value: unknown): string | null {
  if (name === 'role' && isOneOf(roles, value)) return t(`people.roles.${value}`)
  if (name === 'kind' && isOneOf(links, value)) return t(`audit.link.${value}`)
  if (name === 'rhythm' && isOneOf(rhythms, value)) return t(`audit.rhythm.${value}`)
  return name === 'records' && isTallies(value) ? talliesInWords(t, value) : null
}

const isTallies = (value: unknown): value is EditionSummary['records'] =>
  isGroup(value) && Object.entries(value).every(([kind, tally]) => isKind(kind) && isGroup(tally))

function valueInWords(t: DeskWords, value: unknown, called: (id: string) => string): string {
  if (typeof value === 'string') return called(value)
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  if (Array.isArray(value)) {
    const shown = value.slice(0, mostListed).map((one) => valueInWords(t, one, called))
    const left = value.length - shown.length
    return [...shown, ...(left > 0 ? [t('audit.more', { left })] : [])].join(t('audit.between'))
  }
  return isGroup(value) ? JSON.stringify(value) : String(value)
}
