import { EvidenceItem } from '@/app/_components/reports/Evidence'
import { StageMark } from '@/app/_components/words/Ladder'
import type { Reading } from '@/app/_reader/reading'
import { type DateText, type Day, firstDay, pendingStages, type Stage, stageRank } from '@/lib/model'
import { type CompiledChange, type CompiledEffect, countSources, type Dropped, isMove, type Move } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** So many steps are listed, the latest of them, and so many reports of one; the timeline has all. */
const [mostSteps, mostReports] = [60, 12]

/**
 * The life of a change: each step with its date and the reports that tell it, and in their places what is told and is no step. Of very
 * many the latest.
 */
export function ChangeSteps({ reading, change, today }: { reading: Reading; change: CompiledChange; today: Day }) {
  const all = tellingsOf(change)
  const listed = all.slice(-mostSteps)
  return (
    <>
      {all.length > listed.length && (
        <p className="soft">{reading.t('change.earlier', { count: all.length - listed.length })}</p>
      )}
      <Steps reading={reading} tellings={listed} today={today} />
    </>
  )
}

function Steps({ reading, tellings, today }: { reading: Reading; tellings: readonly Telling[]; today: Day }) {
  const { locale, t } = reading
  return (
    <ol className="steps">
      {tellings.map(({ stage, date, day, moves, dropped, turn }) => (
        <li key={`${stage} ${date} ${dropped?.why} ${moves[0]?.report.id}`} className={dropped ? 'dropped' : undefined}>
          <div>
            <StageMark stage={stage} reading={reading} />
            <br />
            <time dateTime={date}>{formatDate(date, locale)}</time>
            {turn && <p className="label">{t(`change.${turn}`)}</p>}
            {!dropped && day > today && <p className="label">{t('change.toCome')}</p>}
            {dropped && <Why reading={reading} dropped={dropped} />}
            {moves.length > 1 && <p className="label">{t('change.sources', countSources(moves))}</p>}
          </div>
          <ul className="evidence">
            {moves.slice(0, mostReports).map((move) => (
              <li key={`${move.report.id} ${move.position}`}>
                <EvidenceItem reading={reading} evidence={move} stage={false} />
              </li>
            ))}
            {moves.length > mostReports && (
              <li className="soft">{t('change.furtherReports', { count: moves.length - mostReports })}</li>
            )}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** Why something that is told is no step, with the date that is told instead. */
function Why({ reading: { t, locale }, dropped: { why, by } }: { reading: Reading; dropped: Dropped }) {
  return <p className="label">{t(`change.dropped.${why}`, { date: by ? formatDate(by.date, locale) : 'none' })}</p>
}

interface Telling {
  stage: Stage
  date: DateText
  day: Day
  moves: CompiledEffect[]
  dropped: Dropped | null
  /** How the step goes back on what was before: down the ladder, or into force once more. */
  turn: 'fall' | 'again' | null
}

/** Steps to one stage on one day are one step told by several; what agrees with it less exactly stands with it. */
function tellingsOf({ life: { steps, dropped }, effects }: CompiledChange): Telling[] {
  const tellings: Telling[] = []
  for (const { move, stage, day } of steps) {
    const last = tellings.at(-1)
    if (last?.stage === stage && last.day === day) last.moves.push(move)
    else tellings.push({ stage, date: move.date, day, moves: [move], dropped: null, turn: turnOf(tellings, stage) })
  }
  for (const effect of effects) {
    const why = dropped.get(effect)
    if (!why || !isMove(effect)) continue
    const exact = why.why === 'exact' ? tellings.find(({ moves }) => why.by && moves.includes(why.by)) : undefined
    if (exact) exact.moves.push(effect)
    else tellings.push(droppedTelling(effect, why))
  }
  return tellings.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const droppedTelling = (move: Move, dropped: Dropped): Telling => ({
  stage: move.stage,
  date: move.date,
  day: firstDay(move.date),
  moves: [move],
  dropped,
  turn: null,
})

/** A fall on the ladder, or a return into force; what is told of the past while it is in force is neither. */
function turnOf(before: readonly Telling[], stage: Stage): Telling['turn'] {
  const last = before.at(-1)?.stage
  if (last === 'suspended' && stage === 'in_force')
    return before.some((telling) => telling.stage === 'in_force') ? 'again' : null
  if (!last || !pendingStages.includes(last) || !pendingStages.includes(stage)) return null
  return stageRank(stage) < stageRank(last) ? 'fall' : null
}
