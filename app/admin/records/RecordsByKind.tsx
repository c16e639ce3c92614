import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { type DossierRecords, titleOf } from '@/lib/model'

/** So many titles are told of a kind, and then how many more there are. */
export const mostTitles = 100
const lists = ['rules', 'changes', 'actors', 'reports'] as const

/** The records of a dossier as items of a list, a kind each. */
export async function RecordsByKind({ records }: { records: DossierRecords }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  return lists
    .filter((list) => records[list].length > 0)
    .map((list) => (
      <li key={list}>
        <details>
          <summary>{t(`records.whole.${list}`, { count: records[list].length })}</summary>
          <ul>
            {records[list].slice(0, mostTitles).map((record) => (
              <li key={record.id}>{titleOf(record, locale) || record.id}</li>
            ))}
            {records[list].length > mostTitles ? (
              <li>{t('records.more', { count: records[list].length - mostTitles })}</li>
            ) : null}
          </ul>
        </details>
      </li>
    ))
}
