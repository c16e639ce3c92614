import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import type { Draft } from '@/db/queries/draft'
import type { Published } from '@/db/queries/record'
import { deskLanguage } from '@/lib/addresses/names'
import { fieldChanges } from '@/lib/content/field-changes'
import { type Loss, losses, wordsTaken } from '@/lib/content/losses'
import { type Correction, isMaterialChange, parseRecord, type RecordKind, type Report, say } from '@/lib/model'
import { fieldInWords } from '@/lib/words/field-words'
import { translator } from '@/lib/words/messages'

const reader = { t: translator(deskLanguage), locale: deskLanguage } as const
const mostFields = 300
const mostLosses = 40

interface Props {
  draft: Draft
  published: Published<RecordKind> | null
}

/** Every field of a record that publishing changes, before and after, and what readers lose by it. */
export function RecordChanges({ draft, published }: Props) {
  const { kind, data } = draft
  const before = published?.record ?? null
  const after = typeof data === 'object' ? data : null
  const changes = fieldChanges(kind, before, after)
  const taken = changes.reduce((sum, change) => sum + wordsTaken(change), 0)
  return (
    <section className="record-changes" aria-label={`Changes of ${draft.title}`}>
      <p>
        {changes.length === 0 ? 'No field changes.' : `${sayCount(changes.length, 'field changes', 'fields change')}.`}
        {taken > 0 ? (
          <>
            {' '}
            <strong className="taken">{sayCount(taken, 'word is removed', 'words are removed')}.</strong>
          </>
        ) : null}
      </p>
      {kind === 'report' ? <CorrectionNote before={before as Report | null} after={after} /> : null}
      <Vanishing losses={losses(changes)} />
      <details open={published !== null && changes.length <= mostFields}>
        <summary>Before and after</summary>
        <FieldChanges reader={reader} kind={kind} before={before} after={after} most={mostFields} />
        {changes.length > mostFields ? <p className="hint">and {changes.length - mostFields} fields more.</p> : null}
      </details>
    </section>
  )
}

const sayCount = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const whats: Record<Loss['what'], string> = {
  language: 'loses this language',
  text: 'vanishes',
  most: 'loses most of its text',
}

function Vanishing({ losses: found }: { losses: Loss[] }) {
  if (found.length === 0) return null
  return (
    <div className="notice wrong" role="alert">
      <p>Texts vanish. Is that meant?</p>
      <ul>
        {found.slice(0, mostLosses).map(({ path, what, words }) => (
          <li key={path}>
            {fieldInWords(reader.t, deskLanguage, path)}: {whats[what]} ({sayCount(words, 'word', 'words')})
          </li>
        ))}
        {found.length > mostLosses ? <li>and {found.length - mostLosses} more</li> : null}
      </ul>
    </div>
  )
}

/** The note that readers will see of a correction or a retraction, or that there is none yet. */
function CorrectionNote({ before, after }: { before: Report | null; after: object | null }) {
  const parsed = after && parseRecord('report', after)
  if (!before || !parsed?.ok) return null
  const { corrections = [], retracted } = parsed.record
  const notes = corrections.slice(before.corrections?.length ?? 0)
  if (retracted && !before.retracted) return <Note says="Retracted" note={retracted} />
  if (notes.length > 0) return notes.map((note) => <Note key={note.on} says="Correction" note={note} />)
  if (!isMaterialChange(before, parsed.record)) return null
  return (
    <p className="notice">
      This report says something else than what is public, and has no note of correction of its own: the line under
      “Why” becomes its public note.
    </p>
  )
}

const Note = ({ says, note }: { says: string; note: Correction }) => (
  <p className="notice">
    {says}, {note.on}. Readers will see: “{say(note.note, deskLanguage).text}”
  </p>
)
