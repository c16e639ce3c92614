/* What can be had in bulk, by the names that stand in addresses. */

/** The tables, in the order in which one that names another comes behind it. */
export const tableNames = [
  'dossiers',
  'sources',
  'dimensions',
  'values',
  'actors',
  'rules',
  'changes',
  'alterations',
  'reports',
  'effects',
  'positions',
  'expectations',
  'contradictions',
  'corrections',
  'states',
  'statuses',
  'events',
  'editions',
] as const
export type TableName = (typeof tableNames)[number]

/** The forms of a table, by the ending of its file. */
export const tableForms = ['csv', 'json', 'ndjson', 'nt'] as const
export type TableForm = (typeof tableForms)[number]

export const isTableName = (text: string): text is TableName => (tableNames as readonly string[]).includes(text)
export const isTableForm = (text: string): text is TableForm => (tableForms as readonly string[]).includes(text)

/** All tables in one file of SQLite, and what describes the files (Frictionless Data Package 2). */
export const sqliteFile = 'all.sqlite'
export const packageFile = 'datapackage.json'

/** The tables that can be narrowed as the timeline of a dossier is. */
export const filteredTables = ['reports', 'effects', 'positions', 'expectations'] as const
export type FilteredTable = (typeof filteredTables)[number]
export const isFiltered = (table: TableName): table is FilteredTable =>
  (filteredTables as readonly string[]).includes(table)
