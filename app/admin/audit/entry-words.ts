import { type RecordKind, recordKinds } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'

const isKind = (kind: unknown): kind is RecordKind => (recordKinds as readonly unknown[]).includes(kind)

/** The record that a detail of the log names, and the rest of it as it is kept, without what says nothing. */
export function detailParts(detail: unknown): {
  record: { kind: RecordKind; dossier: string; id: string } | null
  rest: string
} {
  if (typeof detail !== 'object' || detail === null)
    return { record: null, rest: detail === null ? '' : String(detail) }
  const told = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null))
  const { kind, dossier, id, ...others } = told
  if (!isKind(kind) || typeof dossier !== 'string' || typeof id !== 'string')
    return { record: null, rest: textOf(told) }
  return { record: { kind, dossier, id }, rest: textOf(others) }
}

const textOf = (told: object): string => (Object.keys(told).length === 0 ? '' : JSON.stringify(told))

/** Something that was done to, where it is neither a person nor a draft that is open: an edition by its number, else the id. */
export function subjectInWords(t: DeskWords, subject: string): string {
  const [, number] = /^edition (\d+)$/.exec(subject) ?? []
  return number ? t('audit.edition', { number }) : subject
}
