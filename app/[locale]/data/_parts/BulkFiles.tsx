import { Section } from '@/app/_components/page/Section'
import { openAll } from '@/app/_reader/open'
import { type Reader, withQuery } from '@/app/_reader/reading'
import { packageFile, sqliteFile } from '@/lib/bulk/names'
import { tableList } from '@/lib/bulk/tables'
import { say } from '@/lib/model'
import { BulkTable } from './BulkTable'

/** Everything in bulk: the packages of the site and of each dossier, then every table with its files and columns. */
export async function BulkFiles({ reader }: { reader: Reader }) {
  const { t, locale, pinned } = reader
  const readings = await openAll(reader)
  const edition = pinned.edition === undefined ? undefined : String(pinned.edition)
  const places = [
    { folder: '/data', title: t('bulk.whole') },
    ...readings.map(({ dossier: { id, title } }) => ({ folder: `/data/${id}`, title: say(title, locale).text })),
  ]
  return (
    <Section id="tables" title={t('bulk.title')}>
      <p>{t('bulk.intro')}</p>
      <ul className="plain">
        {places.map(({ folder, title }) => (
          <li key={folder}>
            {title}
            {t('unit.colon')}
            <a href={withQuery(`${folder}/${packageFile}`, { edition })}>{t('bulk.package')}</a>
            {' · '}
            <a href={withQuery(`${folder}/${sqliteFile}`, { edition })} download>
              {t('bulk.sqlite')}
            </a>
          </li>
        ))}
      </ul>
      {tableList.map((table) => (
        <BulkTable key={table.name} reader={reader} table={table} />
      ))}
    </Section>
  )
}
