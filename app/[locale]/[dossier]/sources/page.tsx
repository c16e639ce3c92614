import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { SourceLink } from '@/app/_components/reports/Attribution'
import { Words } from '@/app/_components/words/Words'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { folderOf } from '@/lib/feeds/followed'
import { publishedDate } from '@/lib/model'
import { countPublishers } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

export const generateMetadata = dossierMetadata(pages.sources, (reading) => describeOfDossier(reading, 'sources'))

export default dossierPage(pages.sources, async (reading) => {
  const { locale, t, dossier, records, sources } = reading
  const days = new Map<string, string[]>()
  const { publishers, independent } = countPublishers(records.reports)
  for (const report of records.reports) {
    const day = publishedDate(report.published, dossier.timeZone)
    const own = days.get(report.source)
    if (own) own.push(day)
    else days.set(report.source, [day])
  }
  for (const own of days.values()) own.sort()
  const rows = [...days].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('sources.title')} small>
        <p className="standfirst">{t('sources.intro', { publishers, independent })}</p>
        <ListFiles reader={reading} dossier={dossier.id} table="sources" />
      </Head>
      <table className="plain stack">
        <caption className="unseen-text">{t('sources.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sources.publisher')}</th>
            <th scope="col">{t('sources.kind')}</th>
            <th scope="col">{t('sources.first')}</th>
            <th scope="col">{t('sources.last')}</th>
            <th scope="col" className="number">
              {t('sources.reports')}
            </th>
            <th scope="col">{t('sources.feed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, dates]) => (
            <tr key={id}>
              <th scope="row">
                <SourceLink reading={reading} id={id} />
              </th>
              <td data-column={t('sources.kind')}>{t(`sourceKind.${sources.get(id)?.kind ?? 'other'}`)}</td>
              <td className="date" data-column={t('sources.first')}>
                {formatDate(dates[0] ?? '', locale)}
              </td>
              <td className="date" data-column={t('sources.last')}>
                {formatDate(dates.at(-1) ?? '', locale)}
              </td>
              <td className="number" data-column={t('sources.reports')}>
                {dates.length}
              </td>
              <td data-column={t('sources.feed')}>
                <FeedLinks reader={reading} folder={folderOf({ dossier: dossier.id, folder: 'sources', id })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
})
