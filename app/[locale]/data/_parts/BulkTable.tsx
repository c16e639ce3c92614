import { type Reader, withQuery } from '@/app/_reader/reading'
import { plainLanguage } from '@/lib/addresses/names'
import { type TableForm, tableForms } from '@/lib/bulk/names'
import type { Table } from '@/lib/bulk/table'

/** What forms are called, everywhere alike. */
const formNames: Record<TableForm, string> = { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON', nt: 'N-Triples' }

interface Props {
  reader: Pick<Reader, 't' | 'pinned'>
  table: Table
}

/** A table in all its forms, and each of its columns, which RDF names by its place here. */
export function BulkTable({ reader: { t, pinned }, table: { name, says, columns, key } }: Props) {
  const edition = pinned.edition === undefined ? undefined : String(pinned.edition)
  const typeIn = (type: string) => (type === 'told' ? 'string' : type)
  return (
    <details className="fold" id={name}>
      <summary>
        <code>{name}</code> <Described text={says} />
      </summary>
      <p className="label">
        {t('bulk.files')}{' '}
        {tableForms.map((form, at) => (
          <span key={form}>
            {at > 0 && ' · '}
            <a href={withQuery(`/data/${name}.${form}`, { edition })} download>
              {formNames[form]}
            </a>
          </span>
        ))}
      </p>
      <table className="plain stack file-form">
        <caption className="label">{t('bulk.columns', { count: columns.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bulk.column')}</th>
            <th scope="col">{t('bulk.type')}</th>
            <th scope="col">{t('bulk.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name} id={`${name}-${column.name}`}>
              <th scope="row">
                <code>{column.name}</code>
              </th>
              <td data-column={t('bulk.type')}>
                <code>{typeIn(column.type)}</code>
                {key.includes(column.name) && ` ${t('bulk.key')}`}
              </td>
              <td data-column={t('bulk.meaning')}>
                <Described text={column.says} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Words of a descriptor, in which names stand in backticks. */
const Described = ({ text }: { text: string }) => (
  <span lang={plainLanguage}>
    {text.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}
  </span>
)
