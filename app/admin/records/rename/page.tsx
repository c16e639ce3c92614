import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { isId } from '@/lib/model'
import { Field } from '../../_components/Field'
import { RecordPlace } from '../../_components/record/RecordPlace'
import { TabTitle } from '../../_components/TabTitle'
import { type AskedNames, askedOf, parametersOf, placeOfAsked } from '../asked'
import { touchedBy } from '../id-plan'
import { MakeDrafts } from '../MakeDrafts'
import { MovedDossier } from '../MovedDossier'
import { titleOfAsked } from '../named-thing'
import { planOf } from '../plan-of'
import { TouchedRecords } from '../TouchedRecords'
import { giveId } from './action'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

/** Gives a record, or what stands in a dimension, another id: what names it, what becomes of that, and then the drafts. */
export default async function RenamePage({ searchParams }: { searchParams: Promise<AskedNames & { to?: string }> }) {
  const { user } = await requireRole('editor')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const parameters = await searchParams
  const asked = askedOf(parameters) ?? notFound()
  await requireRole('editor', placeOfAsked(asked))
  const { db } = await database()
  const title = (await titleOfAsked(db, asked, locale)) ?? notFound()
  const to = (parameters.to ?? '').trim()
  const error = to === '' ? null : isId(to) ? (to === asked.what.id ? t('newId.sameId') : null) : t('newId.badId')
  const plan = to === '' || error ? null : await planOf({ db, t, locale, by: user.id }, asked, to)
  const own = parametersOf(asked)
  return (
    <main id="main">
      <TabTitle of={t('newId.tab', { title })} />
      <header className="desk-head">
        <RecordPlace kind={t(`newId.kind.${asked.what.kind}`)} dossier={asked.dossier} id={asked.what.id} />
        <h1>{t('newId.tab', { title })}</h1>
      </header>
      <form method="get" action="/admin/records/rename" className="inline">
        {Object.entries(own).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          name="to"
          label={t('newId.newId')}
          hint={t('newId.newIdHint')}
          value={to}
          errors={error ? [error] : []}
          size="short"
        />
        <button type="submit">{t('newId.show')}</button>
      </form>
      {plan ? (
        <MakeDrafts
          plan={plan}
          action={giveId}
          asked={asked}
          chosen={{ to }}
          page={`/admin/records/rename?${new URLSearchParams({ ...own, to })}`}
        />
      ) : asked.what.kind === 'dossier' ? (
        <MovedDossier id={asked.dossier} />
      ) : (
        <TouchedRecords touched={await touchedBy(db, asked, locale)} left={[]} />
      )}
      <p>
        <a href="/admin/records">{t('records.removeBack')}</a>
      </p>
    </main>
  )
}
