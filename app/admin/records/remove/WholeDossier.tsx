import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { database } from '@/db/client'
import { listDrafts } from '@/db/queries/draft'
import { listSources, loadDossier } from '@/db/queries/record'
import { type DossierRecords, sourcesNamed, titleOf } from '@/lib/model'

const mostTitles = 100
const lists = ['rules', 'changes', 'actors', 'reports'] as const

/** What goes with a dossier, kind by kind; what stays, and which drafts will have nothing to stand in. */
export async function WholeDossier({ id }: { id: string }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { db } = await database()
  const [records, sources, open] = await Promise.all([loadDossier(db, id), listSources(db), listDrafts(db)])
  if (!records) return null
  const left = open.filter(({ dossier, kind }) => dossier === id && kind !== 'dossier')
  const named = publishersOf(records)
  const publishers = sources.filter((source) => named.has(source.id)).length
  return (
    <section className="notice wrong">
      <p>{t('records.wholeGoes')}</p>
      <ul>
        {lists
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
          ))}
      </ul>
      <p>{t('records.wholeStays', { count: publishers })}</p>
      {left.length > 0 ? <p>{t('records.wholeDrafts', { count: left.length })}</p> : null}
    </section>
  )
}

const publishersOf = ({ reports }: DossierRecords): Set<string> => new Set(reports.flatMap(sourcesNamed))
