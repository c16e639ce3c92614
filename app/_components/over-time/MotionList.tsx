import { publisherOf, Sourcing } from '@/app/_components/reports/ReportLink'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { Spoken } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { type Day, publishedDate, type Report, say } from '@/lib/model'
import { type Coming, comingDates, type InMotion, momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'
import { ToCome } from './ToCome'

interface ListProps {
  reading: Reading
  changes: readonly InMotion[]
  /** Without the notes on them. */
  brief?: boolean
}

/** Changes that may still alter a rule: how far each is, since when, and who reported last. */
export function MotionList({ reading, changes, brief = false }: ListProps) {
  const coming = comingDates(momentAt(reading.compiled, { on: reading.today }))
  return (
    <ul className="motion">
      {changes.map((moving) => (
        <MotionItem key={moving.change.id} reading={reading} moving={moving} coming={coming} brief={brief} />
      ))}
    </ul>
  )
}

interface ItemProps {
  reading: Reading
  moving: InMotion
  coming: readonly Coming[]
  brief: boolean
}

function MotionItem({ reading, moving: { change, life }, coming, brief }: ItemProps) {
  const { locale, t, dossier, today } = reading
  const last = lastReport(change.effects, today, reading.compiled.discredited)
  return (
    <li>
      <StageMark stage={life.stage} reading={reading} />
      <div>
        <h3>
          <ChangeLink reading={reading} change={change.change} />
        </h3>
        <ToCome reading={reading} change={change} coming={coming} />
        {last && (
          <p>
            {t('dossier.inMotionLine', {
              stage: stageWord(reading, life.stage).text,
              date: formatDate(life.date, locale),
              reportDate: formatDate(publishedDate(last.published, dossier.timeZone), locale),
              source: publisherOf(reading, last),
            })}
            <Sourcing report={last} t={t} />
          </p>
        )}
        {change.change.note && !brief && (
          <p>
            <Spoken said={say(change.change.note, locale)} locale={locale} />
          </p>
        )}
      </div>
    </li>
  )
}

/** The last report on a change of which anything holds. */
function lastReport(
  effects: InMotion['change']['effects'],
  today: Day,
  discredited: ReadonlySet<string>,
): Report | undefined {
  return effects
    .filter(({ told, report }) => told.day <= today && !discredited.has(report.id))
    .sort((a, b) => b.told.first - a.told.first)[0]?.report
}
