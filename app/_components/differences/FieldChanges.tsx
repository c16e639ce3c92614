import type { Reader } from '@/app/_reader/reading'
import { type FieldChange, fieldChanges } from '@/lib/content/field-changes'
import type { RecordKind } from '@/lib/model'
import { fieldInWords, valueInWords } from '@/lib/words/field-words'
import { wordChanges } from '@/lib/words/word-changes'

interface Props {
  reader: Pick<Reader, 't' | 'locale'>
  kind: RecordKind
  before: object | null
  after: object | null
  /** How many fields are shown at most. */
  most?: number
}

const longText = 60

/** What differs between two states of a record, field by field: before and after, the words that differ marked. */
export function FieldChanges({ reader: { t, locale }, kind, before, after, most = Number.POSITIVE_INFINITY }: Props) {
  const changes = fieldChanges(kind, before, after)
    .slice(0, most)
    .map(({ path, ...sides }) => {
      const say = (text: string | null) => text && valueInWords(t, locale, kind, path, text)
      return { path, before: say(sides.before), after: say(sides.after) }
    })
  if (changes.length === 0) return null
  return (
    <table className="plain stack changes">
      <caption className="unseen-text">{t('correction.compare')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('correction.field')}</th>
          <th scope="col">{t('correction.before')}</th>
          <th scope="col">{t('correction.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.path} ${change.before === null}`}>
            <th scope="row">{fieldInWords(t, locale, change.path)}</th>
            <td data-column={t('correction.before')}>
              <Side change={change} side="before" />
            </td>
            <td data-column={t('correction.after')}>
              <Side change={change} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One side; where both are texts, what the other does not have is marked. */
function Side({ change: { before, after }, side }: { change: FieldChange; side: 'before' | 'after' }) {
  const text = side === 'before' ? before : after
  if (text === null) return <span className="soft">–</span>
  if (before === null || after === null || Math.max(before.length, after.length) < longText)
    return side === 'before' ? <del>{text}</del> : <ins>{text}</ins>
  const dropped = side === 'before' ? 'added' : 'taken'
  let at = 0
  return (
    <span>
      {wordChanges(before, after)
        .filter(({ kind }) => kind !== dropped)
        .map(({ kind, text: words }) => {
          const key = at
          at += words.length
          if (kind === 'taken') return <del key={key}>{words}</del>
          return kind === 'added' ? <ins key={key}>{words}</ins> : <span key={key}>{words}</span>
        })}
    </span>
  )
}
