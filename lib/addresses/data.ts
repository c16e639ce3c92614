import { isFiltered, packageFile, sqliteFile, tableForms, tableNames } from '@/lib/bulk/names'
import type { Address, Parameter } from './address'
import { pins } from './parameters'
import { recordLists } from './records'

const edition = { edition: pins.edition }

const {
  dossier: _,
  id: _id,
  since: _since,
  fields: _fields,
  limit: _limit,
  cursor: _cursor,
  ...narrowing
} = recordLists.reports

/** What a file of what reports tell is narrowed by: as a timeline is. `order` alone makes it one. */
const filtered = { ...narrowing, ...edition }

const file = <Name extends string>(
  path: string,
  parameters: Readonly<Record<Name, Parameter>>,
): Address<string, Name> => ({
  path,
  parameters,
  repeated: 'first',
  absolute: true,
})

/** A file of all the site takes its edition alone: what else narrows a list stands in a dossier. */
export const siteData = file('/data/{file}', edition)
/** A file of a dossier; and of what its reports tell. */
export const dossierData = file('/data/{dossier}/{file}', edition)
export const filteredData = file('/data/{dossier}/{file}', filtered)

const names = tableNames.flatMap((table) => tableForms.map((form) => ({ table, name: `${table}.${form}` })))

/** Every file that can be had in bulk. They are made as they leave, and never kept as copies. */
export const dataAddresses: readonly Address[] = [
  ...[packageFile, sqliteFile].flatMap((name): Address[] => [
    { ...siteData, path: `/data/${name}` },
    { ...dossierData, path: `/data/{dossier}/${name}` },
  ]),
  ...names.flatMap(({ table, name }): Address[] => [
    { ...siteData, path: `/data/${name}` },
    { ...(isFiltered(table) ? filteredData : dossierData), path: `/data/{dossier}/${name}` },
  ]),
]
