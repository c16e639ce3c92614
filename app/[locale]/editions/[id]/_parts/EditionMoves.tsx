import { StageMark } from '@/app/_components/words/Ladder'
import { Words } from '@/app/_components/words/Words'
import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import { isAskable } from '@/lib/asking/days'
import {
  answersMoved,
  type Comparison,
  type DifferingStretch,
  type DifferingStretches,
  dayBeforeTurn,
  type Life,
  type Moment,
  type StageMove,
  turningDayAsTold,
} from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** What an edition did to the answers of a dossier and, on the day of its publication, to the stages of its changes. */
export interface Moved {
  /** The edition before, and this one. */
  before: Moment
  after: Moment
  comparison: Comparison
  stages: StageMove[]
  /** On which days its answers moved. */
  days: DifferingStretches
}

const mostStretches = 12

/** Tells what moved: how many answers, which leads to them, and each change whose stage moved. */
export function EditionMoves({ reader, number, moved }: { reader: Reader; number: number; moved: Moved }) {
  const { locale, t } = reader
  const { after, comparison, stages, days } = moved
  const { dossier } = after.compiled
  const date = formatDate(after.on, locale)
  const count = answersMoved(comparison)
  const hrefOn = (day: string) =>
    withQuery(siteHref({ locale, pinned: {} }, dossier.id, 'compare'), {
      ...{ from: day, fromEdition: String(number - 1), to: day, toEdition: String(number) },
    })
  const shown = days.stretches.slice(-mostStretches)
  return (
    <>
      <h3>
        <a href={siteHref(reader, dossier.id)}>
          <Words text={dossier.title} locale={locale} />
        </a>
      </h3>
      <p>
        {count > 0 ? (
          <a href={hrefOn(after.on)}>{t('edition.compare', { count, date })}</a>
        ) : (
          t(days.stretches.length > 0 || days.since ? 'edition.noAnswer' : 'edition.noAnswerEver', { date })
        )}{' '}
        {days.since && t('edition.notCompared', { date: formatDate(days.since, locale) })}
      </p>
      {shown.length > 0 && (
        <ul className="stage-moves">
          {shown.map((stretch) => (
            <li key={stretch.from}>
              <StretchLine {...{ reader, moved, stretch }} href={hrefOn(stretch.from)} />
            </li>
          ))}
        </ul>
      )}
      {days.stretches.length > shown.length && (
        <p className="label">{t('unit.more', { count: days.stretches.length - shown.length })}</p>
      )}
      <p>{t(stages.length > 0 ? 'edition.stages' : 'edition.noStage', { date })}</p>
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

/** “Answers of 22 December 2023 to 14 January 2024 moved: 100”, with what moved on the first of these days. */
interface StretchProps {
  reader: Reader
  moved: Moved
  stretch: DifferingStretch
  href: string
}

function StretchLine({ reader, moved, stretch, href }: StretchProps) {
  const { locale, t, present } = reader
  const { compiled } = moved.after
  const { from, until, count } = stretch
  const words = t(until === from ? 'edition.movedOn' : 'edition.movedBetween', {
    from: formatDate(turningDayAsTold(compiled, from), locale),
    until: until === null ? 'none' : formatDate(dayBeforeTurn(compiled, until), locale),
    count,
  })
  return isAskable(from, present) ? <a href={href}>{words}</a> : words
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
      {t('edition.stageBefore')} <LifeMark reader={reader} moved={moved} life={move.before} /> →{' '}
      <LifeMark reader={reader} moved={moved} life={move.after} />
    </li>
  )
}

/** A stage with its day; “not reported” where there is none. */
function LifeMark({ reader: { locale, t }, moved, life }: { reader: Reader; moved: Moved; life: Life | null }) {
  if (!life) return <span className="soft">{t('edition.noLife')}</span>
  const date = life.date
  return (
    <>
      <StageMark stage={life.stage} reading={{ locale, dossier: moved.after.compiled.dossier }} />{' '}
      <time dateTime={date}>{formatDate(date, locale)}</time>
    </>
  )
}
