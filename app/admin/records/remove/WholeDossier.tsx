import { deskWords } from '@/app/_server/desk-words'
import { database } from '@/db/client'
import { listDrafts } from '@/db/queries/draft'
import { listSources, loadDossier } from '@/db/queries/record'
import { type DossierRecords, sourcesNamed } from '@/lib/model'
import { RecordsByKind } from '../RecordsByKind'

/** What goes with a dossier, kind by kind; what stays, and which drafts will have nothing to stand in. */
export async function WholeDossier({ id }: { id: string }) {
  const t = await deskWords()
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
        <RecordsByKind records={records} />
      </ul>
      <p>{t('records.wholeStays', { count: publishers })}</p>
      {left.length > 0 ? <p>{t('records.wholeDrafts', { count: left.length })}</p> : null}
    </section>
  )
}

const publishersOf = ({ reports }: DossierRecords): Set<string> => new Set(reports.flatMap(sourcesNamed))
