import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { type DeskReading, deskReading, deskWords } from '@/app/_server/desk-words'
import type { Draft } from '@/db/queries/draft'
import type { Published } from '@/db/queries/record'

import { fieldChanges } from '@/lib/content/field-changes'
import { type Loss, losses, wordsTaken } from '@/lib/content/losses'
import {
  type Correction,
  isMaterialChange,
  type Locale,
  parseRecord,
  type RecordKind,
  type Renaming,
  type Report,
  renameIn,
  say,
} from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { fieldInWords } from '@/lib/words/field-words'

const mostFields = 300
const mostLosses = 40
const mostNamed = 5

interface Props {
  draft: Pick<Draft, 'kind' | 'data' | 'titles'>
  published: Pick<Published<RecordKind>, 'record'> | null
  /** What gets another id with it: to be called so is no other thing to say. */
  renamings: readonly Renaming[]
}

/** Every field of a record that publishing changes, before and after, and what readers lose by it. */
export async function RecordChanges({ draft, published, renamings }: Props) {
  const [t, reader] = [await deskWords(), await deskReading()]
  const { kind, data } = draft
  const before = published?.record ?? null
  const after = typeof data === 'object' ? data : null
  const changes = fieldChanges(kind, before, after)
  const taken = changes.reduce((sum, change) => sum + wordsTaken(change), 0)
  return (
    <section
      className="record-changes"
      aria-label={t('publish.changesOf', { title: say(draft.titles, reader.locale).text })}
    >
      <p>
        {whatChanges(
          t,
          { before, after },
          changes.map(({ path }) => fieldInWords(reader.t, reader.locale, path)),
        )}
        {taken > 0 ? (
          <>
            {' '}
            <strong className="taken">{t('publish.taken', { count: taken })}</strong>
          </>
        ) : null}
      </p>
      {kind === 'report' && before ? (
        <CorrectionNote
          t={t}
          locale={reader.locale}
          before={renamings.reduce((text, renaming) => renameIn('report', text, renaming), before as Report)}
          after={after}
        />
      ) : null}
      <Vanishing t={t} reader={reader} losses={losses(changes)} />
      {changes.length === 0 ? null : (
        <details open={published !== null && changes.length <= mostFields}>
          <summary>{t('publish.beforeAfter')}</summary>
          <FieldChanges reader={reader} kind={kind} before={before} after={after} most={mostFields} />
          {changes.length > mostFields ? (
            <p className="hint">{t('publish.moreFields', { count: changes.length - mostFields })}</p>
          ) : null}
        </details>
      )}
    </section>
  )
}

/** In a line what publishing does to a record: the fields by their names, as its form calls them. */
function whatChanges(t: DeskWords, { before, after }: { before: object | null; after: object | null }, all: string[]) {
  if (before === null) return t('publish.allNew')
  if (after === null) return t('publish.allGone')
  const fields = [...new Set(all)]
  if (fields.length === 0) return t('publish.noField')
  const shown = fields.slice(0, fields.length > mostNamed ? mostNamed - 1 : mostNamed)
  return t('publish.fields', { fields: shown.join(t('publish.listed')), more: fields.length - shown.length })
}

function Vanishing({ t, reader, losses: found }: { t: DeskWords; reader: DeskReading; losses: Loss[] }) {
  if (found.length === 0) return null
  return (
    <div className="notice wrong" role="alert">
      <p>{t('publish.vanish')}</p>
      <ul>
        {found.slice(0, mostLosses).map(({ path, what, words }) => (
          <li key={path}>
            {t(`publish.loses.${what}`, {
              field: fieldInWords(reader.t, reader.locale, path),
              words: t('publish.words', { count: words }),
            })}
          </li>
        ))}
        {found.length > mostLosses ? <li>{t('publish.more', { count: found.length - mostLosses })}</li> : null}
      </ul>
    </div>
  )
}

/** The note that readers will see of a correction or a retraction, or that there is none yet. */
interface NoteProps {
  t: DeskWords
  locale: Locale
  before: Report
  after: object | null
}

function CorrectionNote({ t, locale, before, after }: NoteProps) {
  const parsed = after && parseRecord('report', after)
  if (!parsed?.ok) return null
  const { corrections = [], retracted } = parsed.record
  const notes = corrections.slice(before.corrections?.length ?? 0)
  const told = ({ on, note }: Correction) => ({ on, note: say(note, locale).text })
  if (retracted && !before.retracted) return <p className="notice">{t('publish.noteRetracted', told(retracted))}</p>
  if (notes.length > 0)
    return notes.map((note) => (
      <p key={note.on} className="notice">
        {t('publish.noteCorrection', told(note))}
      </p>
    ))
  if (!isMaterialChange(before, parsed.record)) return null
  return <p className="notice">{t('publish.noNote')}</p>
}
