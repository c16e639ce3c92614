import { ToCome } from '@/app/_components/over-time/ToCome'
import { UnsettledList } from '@/app/_components/over-time/UnsettledList'
import { StageMark } from '@/app/_components/words/Ladder'
import { Question } from '@/app/_components/words/Question'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import { usualAxes } from '@/app/_reader/matrix-plan'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { addDays } from '@/lib/model'
import {
  changesInMotion,
  comingDates,
  momentAt,
  turningDayAsTold,
  turningDaysAround,
  unsettledChanges,
} from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

const mostMoving = 3

/** A dossier on the home page: its question, the state of play in a line, what changed last, what is in motion. */
export function HomeDossier({ reading }: { reading: Reading }) {
  const { locale, t, dossier, records, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const moving = changesInMotion(moment)
  const coming = comingDates(moment)
  const unsettled = unsettledChanges(moment)
  const turned = turningDaysAround(compiled, addDays(today, 1)).previous
  const turnedAs = turned && turningDayAsTold(compiled, turned)
  return (
    <article className="home-dossier">
      <div>
        <h3>
          <a href={hrefTo(reading)}>
            <Words text={dossier.title} locale={locale} />
          </a>
        </h3>
        {dossier.question && (
          <p className="question">
            <Question dossier={dossier} question={{}} locale={locale} />
          </p>
        )}
        {dossier.summary && (
          <p className="state">
            <Words text={dossier.summary} locale={locale} />
          </p>
        )}
      </div>
      <dl>
        {turned && turnedAs && (
          <>
            <dt>{t('home.lastChange')}</dt>
            <dd>
              <a href={withQuery(hrefTo(reading, usualAxes(reading) ? 'matrix' : 'ask'), { on: turned })}>
                <time dateTime={turnedAs}>{formatDate(turnedAs, locale)}</time>
              </a>
            </dd>
          </>
        )}
        {unsettled.length > 0 && (
          <>
            <dt>{t('unsettled.title')}</dt>
            <dd>
              <UnsettledList reading={reading} changes={unsettled} />
            </dd>
          </>
        )}
        <dt>{t('home.inMotion')}</dt>
        <dd>
          {moving.length === 0 ? (
            t('home.nothingMoves')
          ) : (
            <ul>
              {moving.slice(0, mostMoving).map(({ change, life }) => (
                <li key={change.id}>
                  <ChangeLink reading={reading} change={change.change} />
                  <br />
                  <StageMark stage={life.stage} reading={reading} />
                  <ToCome reading={reading} change={change} coming={coming} />
                </li>
              ))}
              {moving.length > mostMoving && (
                <li>
                  <a href={hrefTo(reading, 'changes')}>
                    {t('home.moreInMotion', { count: moving.length - mostMoving })}
                  </a>
                </li>
              )}
            </ul>
          )}
        </dd>
        <dt>{t('dossier.timeline')}</dt>
        <dd>
          <a href={hrefTo(reading, 'timeline')}>{t('home.reports', { count: records.reports.length })}</a>
        </dd>
      </dl>
    </article>
  )
}
