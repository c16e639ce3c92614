import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { database } from '@/db/client'
import { listDrafts } from '@/db/queries/draft'
import { loadDossier } from '@/db/queries/record'
import { titleOf } from '@/lib/model'

const mostTitles = 100
const lists = ['rules', 'changes', 'actors', 'reports'] as const

/** What goes along with a dossier that gets another id: its records, kind by kind, and its open drafts. */
export async function MovedDossier({ id }: { id: string }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { db } = await database()
  const [records, open] = await Promise.all([loadDossier(db, id), listDrafts(db)])
  if (!records) return null
  const drafts = open.filter(({ dossier, kind }) => dossier === id && kind !== 'dossier')
  return (
    <section className="desk-section" id="moved">
      <p>{t('newId.dossierGoes')}</p>
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
        {drafts.length > 0 ? (
          <li>
            <details>
              <summary>{t('newId.dossierDrafts', { count: drafts.length })}</summary>
              <ul>
                {drafts.slice(0, mostTitles).map((draft) => (
                  <li key={draft.id}>
                    <a href={`/admin/drafts/${draft.id}`}>{draft.title}</a>
                  </li>
                ))}
                {drafts.length > mostTitles ? (
                  <li>{t('records.more', { count: drafts.length - mostTitles })}</li>
                ) : null}
              </ul>
            </details>
          </li>
        ) : null}
      </ul>
      <p>{t('newId.dossierStays')}</p>
    </section>
  )
}
