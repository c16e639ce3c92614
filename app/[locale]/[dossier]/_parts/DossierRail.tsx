import { Citation, CitationLinks } from '@/app/_components/page/Citation'
import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { MailLink } from '@/app/_components/page/MailLink'
import { RailSection } from '@/app/_components/page/Section'
import { hrefTo, type Reading, siteHref } from '@/app/_reader/reading'
import { calendarFile } from '@/lib/addresses/names'
import { say } from '@/lib/model'
import { countPublishers } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** What stands beside a dossier: how to follow it, what it covers, how to cite it. */
export function DossierRail({ reading }: { reading: Reading }) {
  const { locale, t, dossier, records } = reading
  const { publishers, independent, unseen } = countPublishers(records.reports)
  return (
    <aside className="rail">
      <RailSection id="follow" title={t('dossier.follow')}>
        <ul>
          {reading.hasMail && (
            <li>
              <MailLink reader={reading} what={`/${dossier.id}`} />
            </li>
          )}
          <li>
            {t('dossier.feed')} <FeedLinks reader={reading} folder={`/${dossier.id}`} />
          </li>
          <li>
            <a href={hrefTo(reading, 'calendar')}>{t('nav.calendar')}</a> ·{' '}
            <a href={`/${locale}/${dossier.id}/${calendarFile}`}>{t('calendar.file')}</a>
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
      <Citation reader={reading} what={say(dossier.title, locale).text} rail>
        <CitationLinks reading={reading} />
      </Citation>
    </aside>
  )
}
