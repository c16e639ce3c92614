import { MonthBars, type MonthCount } from '@/app/_components/over-time/MonthBars'
import { Citation, CitationLinks } from '@/app/_components/page/Citation'
import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { RailSection } from '@/app/_components/page/Section'
import { usualAxes } from '@/app/_reader/matrix-plan'
import { hrefTo, type Reading, siteHref, withQuery } from '@/app/_reader/reading'
import { say } from '@/lib/model'
import { countPublishers } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** What stands beside a dossier: how much is reported, how to follow it, what it covers, how to cite it. */
export function DossierRail({ reading, months }: { reading: Reading; months: readonly MonthCount[] }) {
  const { locale, t, dossier, records } = reading
  const { publishers, independent, unseen } = countPublishers(records.reports)
  return (
    <aside className="rail">
      <RailSection id="months" title={t('dossier.reportsPerMonth')}>
        <MonthBars
          reading={reading}
          months={months}
          most={60}
          hrefUntil={(month) => withQuery(hrefTo(reading, 'timeline'), { to: month })}
        />
      </RailSection>
      <RailSection id="follow" title={t('dossier.follow')}>
        <ul>
          <li>
            {t('dossier.feed')} <FeedLinks reader={reading} folder={`/${dossier.id}`} />
          </li>
          <li>
            <a href={siteHref(reading, 'feeds')}>{t('dossier.feedsExplained')}</a>
          </li>
        </ul>
      </RailSection>
      <RailSection id="coverage" title={t('dossier.coverage')}>
        <dl className="facts">
          {dossier.coverage && (
            <>
              <dt>{t('dossier.from')}</dt>
              <dd>{formatDate(dossier.coverage.from, locale)}</dd>
              <dt>{t('dossier.checked')}</dt>
              <dd>{formatDate(dossier.coverage.checked, locale)}</dd>
            </>
          )}
          <dt>{t('dossier.sources')}</dt>
          <dd>
            <a href={hrefTo(reading, 'sources')}>{t('dossier.publishers', { publishers, independent })}</a>
          </dd>
          {unseen > 0 && (
            <>
              <dt>{t('dossier.unverified')}</dt>
              <dd>{t('dossier.unverifiedCount', { count: unseen })}</dd>
            </>
          )}
        </dl>
      </RailSection>
      <RailSection id="more" title={t('dossier.more')}>
        <ul>
          {usualAxes(reading) && (
            <li>
              <a href={hrefTo(reading, 'matrix')}>{t('dossier.fullMatrix')}</a>
            </li>
          )}
          <li>
            <a href={hrefTo(reading, 'ask')}>{t('dossier.askLink')}</a>
          </li>
          <li>
            <a href={hrefTo(reading, 'scorecard')}>{t('scorecard.title')}</a>
          </li>
          <li>
            <a href={hrefTo(reading, 'contradictions')}>{t('contradiction.title')}</a>
          </li>
        </ul>
      </RailSection>
      <Citation reader={reading} what={say(dossier.title, locale).text} rail>
        <CitationLinks reading={reading} />
      </Citation>
    </aside>
  )
}
