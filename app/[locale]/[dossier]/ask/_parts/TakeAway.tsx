import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { MailLink } from '@/app/_components/page/MailLink'
import { RailSection } from '@/app/_components/page/Section'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { calendarFile } from '@/lib/addresses/names'
import { citationFormOf, evidenceFiles } from '@/lib/citation/forms'
import { folderOf, queryOf } from '@/lib/feeds/followed'
import { whatOf } from '@/lib/wire/what'

interface Props {
  reading: Reading
  /** The question as the address spells it, with its days and the edition. */
  query: Record<string, string | undefined>
  /** What it is asked at, whatever the day: its feed goes on. */
  question: Record<string, string>
}

/** An answer to take away: its evidence as files, and feeds that follow it. */
export function TakeAway({ reading, query, question }: Props) {
  const { t, dossier, locale } = reading
  const api = `/api/v1/dossiers/${dossier.id}`
  const followed = { dossier: dossier.id, question }
  return (
    <>
      <RailSection id="data" title={t('ask.evidenceFiles')}>
        <ul>
          <li>
            <a href={withQuery(`${api}/evidence.csv`, query)} download>
              CSV
            </a>
            {' · '}
            <a href={withQuery(`${api}/verdict`, query)}>JSON</a>
            {evidenceFiles.map((file) => (
              <span key={file}>
                {' · '}
                <a href={withQuery(hrefTo(reading, 'ask').replace(/(\?|$)/, `/${file}$1`), query)} download>
                  {citationFormOf(file)?.name}
                </a>
              </span>
            ))}
          </li>
        </ul>
      </RailSection>
      <RailSection id="follow" title={t('ask.follow')}>
        <p>
          {t('ask.followText')}
          <br />
          <FeedLinks reader={reading} folder={folderOf(followed)} query={queryOf(followed)} />
        </p>
        {reading.hasMail && (
          <p>
            <MailLink reader={reading} what={whatOf(followed)} />
          </p>
        )}
        <p>
          <a href={`/${locale}${folderOf(followed)}/${calendarFile}${queryOf(followed)}`}>{t('calendar.file')}</a>
        </p>
      </RailSection>
    </>
  )
}
