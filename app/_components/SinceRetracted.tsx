import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { listCorrections } from '@/db/queries/correction'
import { formatOn } from '@/lib/words/dates'
import { type Reading, siteHref } from './reading'
import { Words } from './Words'

/** On a report as an earlier edition shows it: that it has been retracted since, when, in which edition, and why. */
export async function SinceRetracted({ reading, id }: { reading: Reading; id: string }) {
  const { locale, t, dossier, pinned, newest } = reading
  if (pinned.edition === undefined || pinned.edition === newest) return null
  const now = await findDossier(dossier.id)
  const retracted = now?.compiled.records.reports.find((report) => report.id === id)?.retracted
  if (!retracted) return null
  const { db } = await database()
  const entries = await listCorrections(db, { dossier: dossier.id, report: id, limit: 20 })
  const number = entries.find(({ verb }) => verb === 'retracted')?.edition
  return (
    <p className="notice">
      <strong>{t('correction.sinceRetracted', { on: formatOn(retracted.on, locale) })}</strong>{' '}
      {number !== undefined && (
        <>
          <a href={siteHref({ locale, pinned: {} }, 'editions', String(number))}>{t('edition.number', { number })}</a>
          {': '}
        </>
      )}
      <Words text={retracted.note} locale={locale} />
    </p>
  )
}
