import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { type Db, database } from '@/db/client'
import { listRecords } from '@/db/queries/record'
import { type Locale, titleOf } from '@/lib/model'
import { Field, type Option } from '../../_components/Field'
import { RecordPlace } from '../../_components/record/RecordPlace'
import { TabTitle } from '../../_components/TabTitle'
import { type AskedNames, askedOf, parametersOf } from '../asked'
import { type AskedThing, planMerger } from '../id-plan'
import { MakeDrafts } from '../MakeDrafts'
import { titleOfAsked } from '../named-thing'
import { merge } from './action'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

/** Makes two publishers, or two actors, one: which one stays, what moves to it, and then the drafts. */
export default async function MergePage({ searchParams }: { searchParams: Promise<AskedNames & { stays?: string }> }) {
  const { user } = await requireRole('editor')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const parameters = await searchParams
  const asked = askedOf(parameters) ?? notFound()
  if (asked.what.kind !== 'source' && asked.what.kind !== 'actor') notFound()
  await requireRole('editor', asked.dossier)
  const { db } = await database()
  const title = (await titleOfAsked(db, asked, locale)) ?? notFound()
  const others = await othersOf(db, asked, locale)
  const stays = others.find(({ value }) => value === parameters.stays)
  const own = parametersOf(asked)
  return (
    <main id="main">
      <TabTitle of={t('newId.mergeTab', { title })} />
      <header className="desk-head">
        <RecordPlace kind={t(`newId.kind.${asked.what.kind}`)} dossier={asked.dossier} id={asked.what.id} />
        <h1>{t('newId.mergeTab', { title })}</h1>
      </header>
      <form method="get" action="/admin/records/merge" className="inline">
        {Object.entries(own).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          name="stays"
          label={t('newId.stays')}
          hint={t('newId.staysHint')}
          value={stays?.value ?? ''}
          options={others}
          empty={t('form.choose')}
        />
        <button type="submit">{t('newId.show')}</button>
      </form>
      {stays ? (
        <>
          <p>
            <strong>{t('newId.goes', { goes: title, stays: stays.label })}</strong> {t('newId.lost')}{' '}
            <a href={`/admin/records/merge?${new URLSearchParams({ ...own, id: stays.value, stays: asked.what.id })}`}>
              {t('newId.otherWay', { goes: title, stays: stays.label })}
            </a>
          </p>
          <MakeDrafts
            plan={await planMerger({ db, t, locale, by: user.id }, asked, stays.value)}
            action={merge}
            asked={asked}
            chosen={{ stays: stays.value }}
            page={`/admin/records/merge?${new URLSearchParams({ ...own, stays: stays.value })}`}
          />
        </>
      ) : null}
      <p>
        <a href="/admin/records">{t('records.removeBack')}</a>
      </p>
    </main>
  )
}

async function othersOf(db: Db, { what, dossier }: AskedThing, locale: Locale): Promise<Option[]> {
  const records = what.kind === 'source' ? await listRecords(db, 'source', '') : await listRecords(db, 'actor', dossier)
  return records
    .filter(({ id }) => id !== what.id)
    .map((record) => ({ value: record.id, label: `${titleOf(record, locale) || record.id} (${record.id})` }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}
