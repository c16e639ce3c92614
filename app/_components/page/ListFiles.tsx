import { type Reader, withQuery } from '@/app/_reader/reading'
import type { TableName } from '@/lib/bulk/names'

interface Props {
  reader: Pick<Reader, 't' | 'pinned'>
  /** Left out: of all dossiers. */
  dossier?: string | undefined
  table: TableName
  /** What the list is narrowed by, as its address spells it. */
  query?: Readonly<Record<string, string | undefined>>
}

/** The list of a page as data, of the edition that is read and narrowed as it is. */
export function ListFiles({ reader: { t, pinned }, dossier, table, query = {} }: Props) {
  const file = `/data/${dossier === undefined ? '' : `${dossier}/`}${table}`
  const asked = { ...query, edition: pinned.edition === undefined ? undefined : String(pinned.edition) }
  return (
    <p className="label">
      {t('bulk.list')}{' '}
      <a href={withQuery(`${file}.csv`, asked)} download>
        CSV
      </a>
      {' · '}
      <a href={withQuery(`${file}.json`, asked)}>JSON</a>
    </p>
  )
}
