import { type Day, firstDay, pendingStages, publishedDate, type Report, say } from '@/lib/model'
import type { InMotion } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/text/dates'
import { StageMark } from './Ladder'
import { publisherOf, Sourcing } from './ReportLink'
import { hrefTo, type Reading } from './reading'
import { Spoken, Words } from './Words'

/** Changes that may still alter a rule: how far each is, since when, and who reported last. */
export const MotionList = ({ reading, changes }: { reading: Reading; changes: readonly InMotion[] }) => (
  <ul className="motion">
    {changes.map((moving) => (
      <MotionItem key={moving.change.change.id} reading={reading} moving={moving} />
    ))}
  </ul>
)

function MotionItem({ reading, moving: { change, life } }: { reading: Reading; moving: InMotion }) {
  const { locale, t, dossier, today } = reading
  const last = lastReport(change.effects, today)
  const coming = change.change.alterations
    .map(({ from }) => from)
    .filter((from): from is string => from !== null && firstDay(from) > today)
    .sort()[0]
  return (
    <li>
      <StageMark stage={life.stage} locale={locale} />
      <div>
        <h3>
          <a href={hrefTo(reading, 'changes', change.change.id)}>
            <Words text={change.change.title} locale={locale} />
          </a>
        </h3>
        {coming && !pendingStages.includes(life.stage) && (
          <p>{t('dossier.inForceComing', { on: formatOn(coming, locale) })}</p>
        )}
        {last && (
          <p>
            {t('dossier.inMotionLine', {
              stage: t(`stage.${life.stage}`),
              date: formatDate(life.last?.effect.on ?? life.on, locale),
              reportDate: formatDate(publishedDate(last.published, dossier.timeZone), locale),
              source: publisherOf(reading, last),
            })}
            <Sourcing report={last} t={t} />
          </p>
        )}
        {change.change.note && (
          <p>
            <Spoken said={say(change.change.note, locale)} locale={locale} />
          </p>
        )}
      </div>
    </li>
  )
}

function lastReport(effects: InMotion['change']['effects'], today: Day): Report | undefined {
  return effects.filter(({ day }) => day <= today).sort((a, b) => (a.day < b.day ? 1 : -1))[0]?.report
}
