import Sqlite from 'better-sqlite3'
import type { CellType } from '@/lib/bulk/column'
import { sqliteCells } from '@/lib/bulk/forms/cells'
import type { Table } from '@/lib/bulk/table'
import { tableList, tables } from '@/lib/bulk/tables'
import { rowsOf } from './rows'
import type { BulkSource } from './source'

const named = (name: string): string => `"${name}"`

const affinity = (type: CellType): string => (type === 'integer' || type === 'boolean' ? 'INTEGER' : 'TEXT')

/** The statement that makes a table, with its key and with the tables that it names. */
function creating({ name, columns, key }: Table): string {
  const of = (column: string) => columns.find((one) => one.name === column)
  const lines = columns.map(
    (one) => `${named(one.name)} ${affinity(one.type)}${key.includes(one.name) ? ' NOT NULL' : ''}`,
  )
  const links = columns.flatMap(({ name: column, refers, type }) => {
    if (refers === undefined || type === 'array') return []
    const target = tables[refers]
    const inDossier = target.key.includes('dossier') && of('dossier')
    const own = (inDossier ? ['dossier', column] : [column]).map(named)
    return `FOREIGN KEY (${own.join(', ')}) REFERENCES ${named(refers)} (${target.key.map(named).join(', ')})`
  })
  return `CREATE TABLE ${named(name)} (\n  ${[...lines, `PRIMARY KEY (${key.map(named).join(', ')})`, ...links].join(',\n  ')}\n)`
}

/**
 * Writes all tables of an edition into a new file of SQLite, page by page, so that it needs no more memory for many rows and others get
 * their turn in between. The same rows give the same bytes. Rejects with the reason of the signal once that is given up, and with the
 * error of the system; the file is the caller's to remove.
 */
export async function writeSqliteFile(source: BulkSource, file: string, signal?: AbortSignal): Promise<void> {
  const target = new Sqlite(file)
  try {
    // Nobody reads it before it is whole, and one that is not is thrown away.
    target.pragma('journal_mode = OFF')
    target.pragma('synchronous = OFF')
    target.pragma('foreign_keys = OFF')
    for (const table of tableList) target.exec(creating(table))
    for (const table of tableList) {
      const { name, columns } = table
      const insert = target.prepare(`INSERT INTO ${named(name)} VALUES (${columns.map(() => '?').join(', ')})`)
      for await (const rows of rowsOf(source, name)) {
        signal?.throwIfAborted()
        target.transaction(() => {
          for (const row of rows) insert.run(sqliteCells(columns, row))
        })()
      }
    }
  } finally {
    target.close()
  }
}
