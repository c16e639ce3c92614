import type { Comparison, Life, Moment, StageMove } from '@/lib/policy'
import { formatDate } from '@/lib/text/dates'
import { StageMark } from './Ladder'
import { type Reader, siteHref, withQuery } from './reading'
import { Words } from './Words'

/** What an edition did to the answers of a dossier, and to the stages of its changes, on the day of its publication. */
export interface Moved {
  /** The edition before, and this one. */
  before: Moment
  after: Moment
  comparison: Comparison
  stages: StageMove[]
}

/** Tells what moved: how many answers, which leads to them, and each change whose stage moved. */
export function EditionMoves({ reader, number, moved }: { reader: Reader; number: number; moved: Moved }) {
  const { locale, t } = reader
  const { after, comparison, stages } = moved
  const { dossier } = after.compiled
  const date = formatDate(after.on, locale)
  const count = comparison.differences.length
  const sides = { from: after.on, fromEdition: String(number - 1), to: after.on, toEdition: String(number) }
  return (
    <>
      <h3>
        <a href={siteHref(reader, dossier.id)}>
          <Words text={dossier.title} locale={locale} />
        </a>
      </h3>
      <p>
        {count > 0 ? (
          <a href={withQuery(siteHref({ locale, pinned: {} }, dossier.id, 'compare'), sides)}>
            {t('edition.compare', { count, date })}
          </a>
        ) : (
          t('edition.noAnswer', { date })
        )}{' '}
        {t(stages.length > 0 ? 'edition.stages' : 'edition.noStage')}
      </p>
      {stages.length > 0 && (
        <ul className="stage-moves">
          {stages.map((move) => (
            <StageLine key={move.change} reader={reader} moved={moved} move={move} />
          ))}
        </ul>
      )}
    </>
  )
}

function StageLine({ reader, moved, move }: { reader: Reader; moved: Moved; move: StageMove }) {
  const { locale, t } = reader
  const standing = moved.after.compiled.records.changes.find(({ id }) => id === move.change)
  const change = standing ?? moved.before.compiled.records.changes.find(({ id }) => id === move.change)
  const title = change ? <Words text={change.title} locale={locale} /> : move.change
  return (
    <li>
      {standing ? (
        <a href={siteHref(reader, moved.after.compiled.dossier.id, 'changes', move.change)}>{title}</a>
      ) : (
        title
      )}
      {t('edition.stageBefore')} <LifeMark reader={reader} life={move.before} /> →{' '}
      <LifeMark reader={reader} life={move.after} />
    </li>
  )
}

/** A stage with its day; “not reported” where there is none. */
function LifeMark({ reader: { locale, t }, life }: { reader: Reader; life: Life | null }) {
  if (!life) return <span className="soft">{t('edition.noLife')}</span>
  const date = life.last?.effect.on ?? life.on
  return (
    <>
      <StageMark stage={life.stage} locale={locale} /> <time dateTime={date}>{formatDate(date, locale)}</time>
    </>
  )
}
