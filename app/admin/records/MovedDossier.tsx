import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { database } from '@/db/client'
import { listDrafts } from '@/db/queries/draft'
import { loadDossier } from '@/db/queries/record'
import { say } from '@/lib/model'
import { mostTitles, RecordsByKind } from './RecordsByKind'

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
        <RecordsByKind records={records} />
        {drafts.length > 0 ? (
          <li>
            <details>
              <summary>{t('newId.dossierDrafts', { count: drafts.length })}</summary>
              <ul>
                {drafts.slice(0, mostTitles).map((draft) => (
                  <li key={draft.id}>
                    <a href={`/admin/drafts/${draft.id}`}>{say(draft.titles, locale).text}</a>
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
