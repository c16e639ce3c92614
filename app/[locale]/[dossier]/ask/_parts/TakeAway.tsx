import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { RailSection } from '@/app/_components/page/Section'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { citationFiles, citationForms } from '@/lib/citation/forms'
import { folderOf } from '@/lib/feeds/followed'

interface Props {
  reading: Reading
  /** The question as the address spells it, with its days and the edition. */
  query: Record<string, string | undefined>
  /** The rule that decides it. */
  rule: string | null
}

/** An answer to take away: its evidence as files, and feeds that follow it. */
export function TakeAway({ reading, query, rule }: Props) {
  const { t, dossier } = reading
  const api = `/api/v1/dossiers/${dossier.id}`
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
            {citationFiles.map((file) => (
              <span key={file}>
                {' · '}
                <a href={withQuery(hrefTo(reading, 'ask').replace(/(\?|$)/, `/${file}$1`), query)} download>
                  {citationForms[file].name}
                </a>
              </span>
            ))}
          </li>
        </ul>
      </RailSection>
      <RailSection id="follow" title={t('ask.follow')}>
        <p>
          <FeedLinks
            reader={reading}
            folder={rule === null ? `/${dossier.id}` : folderOf({ dossier: dossier.id, folder: 'rules', id: rule })}
          />
        </p>
        <p>
          <a href={hrefTo(reading, 'calendar')}>{t('nav.calendar')}</a>
        </p>
      </RailSection>
    </>
  )
}
