import { notFound } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { fieldName, isId, say, titleOf } from '@/lib/model'
import { DeskForm } from '../../_components/DeskForm'
import { fieldLabel } from '../../_components/field-label'
import { RecordPlace } from '../../_components/record/RecordPlace'
import { TabTitle } from '../../_components/TabTitle'
import { removeRecord } from './action'
import { type Referring, referringTo } from './referring'
import { isRemovable } from './removable'
import { WholeDossier } from './WholeDossier'

const mostPlaces = 100

type Asked = Promise<{ kind?: string; dossier?: string; id?: string }>

/** Says what refers to a record before a draft is made that removes it. */
export default async function RemovePage({ searchParams }: { searchParams: Asked }) {
  await requireRole('editor')
  const t = await deskWords()
  const { kind = '', dossier = '', id = '' } = await searchParams
  if (!isRemovable(kind) || !isId(id) || (kind !== 'source' && !isId(dossier))) notFound()
  const key = recordKey(kind, dossier, id)
  await requireRole('editor', key.dossier)
  const { db } = await database()
  const published = (await findRecord(db, key)) ?? notFound()
  const referring = kind === 'dossier' ? [] : await referringTo(db, key)
  return (
    <main id="main">
      <TabTitle of={t('records.removeTab')} />
      <header className="desk-head">
        <RecordPlace kind={t(`kind.${kind}`)} dossier={key.dossier} id={id} />
        <h1>{t('records.removeTitle', { title: titleOf(published.record, await deskLocale()) || id })}</h1>
      </header>
      {kind === 'dossier' ? <WholeDossier id={id} /> : <RefersToIt referring={referring} />}
      <p>{t(kind === 'dossier' ? 'records.removeWholeText' : 'records.removeText')}</p>
      <DeskForm action={removeRecord} page={`/admin/records/remove?${new URLSearchParams({ kind, dossier, id })}`}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="dossier" value={key.dossier} />
        <input type="hidden" name="id" value={id} />
        <p className="buttons">
          <button type="submit">{t('records.removeMake')}</button>
          <a href="/admin/records">{t('records.removeBack')}</a>
        </p>
      </DeskForm>
    </main>
  )
}

async function RefersToIt({ referring }: { referring: Referring[] }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const all = referring.flatMap(({ dossier, problems, titles }) =>
    problems.map((problem) => ({
      dossier,
      title: say(titles.get(`${problem.kind} ${problem.id}`) ?? problem.id, locale).text || problem.id,
      ...problem,
    })),
  )
  if (all.length === 0) return <p>{t('records.refersNone')}</p>
  return (
    <section className="notice wrong">
      <p>{t('records.refers', { count: all.length })}</p>
      <ul>
        {all.slice(0, mostPlaces).map(({ dossier, title, kind, id, path }) => (
          <li key={`${dossier} ${kind} ${id} ${path.join('.')}`}>
            {t.rich('records.refersLine', {
              kind: t(`kind.${kind}`),
              field: fieldLabel(locale, fieldName(path)),
              record: () => <a href={`/admin/history?${new URLSearchParams({ kind, dossier, id })}`}>{title}</a>,
            })}
          </li>
        ))}
        {all.length > mostPlaces ? <li>{t('records.more', { count: all.length - mostPlaces })}</li> : null}
      </ul>
    </section>
  )
}
