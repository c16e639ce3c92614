import { packageFile, sqliteFile } from '@/lib/bulk/names'
import { pinsOf, type Reader, withQuery } from './reading'

const files = [
  { file: packageFile, title: 'bulk.package', type: 'application/json' },
  { file: sqliteFile, title: 'bulk.sqlite', type: 'application/vnd.sqlite3' },
  { file: 'reports.csv', title: 'timeline.title', type: 'text/csv' },
  { file: 'rules.csv', title: 'rule.title', type: 'text/csv' },
  { file: 'changes.csv', title: 'change.title', type: 'text/csv' },
  { file: 'states.csv', title: 'bulk.states', type: 'text/csv' },
] as const

/** Where the data of the site, or of one dossier, can be had whole, at the edition that is read: its package, which tells of all tables, and the main ones. */
export const distributionOf = (reader: Pick<Reader, 'origin' | 't' | 'pinned'>, dossier?: string) =>
  files.map(({ file, title, type }) => ({
    name: reader.t(title),
    url: `${reader.origin}${withQuery(['/data', dossier, file].filter(Boolean).join('/'), { edition: pinsOf(reader).edition })}`,
    type,
  }))
