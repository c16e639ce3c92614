import { plainLanguage } from '@/lib/addresses/names'
import { type Site, say } from '@/lib/model'
import { licenceIn } from '@/lib/words/site-words'
import type { Column } from './column'
import type { Digest } from './digests'
import { forms } from './forms'
import { sqliteFile, type TableForm, type TableName, tableForms, tableNames } from './names'
import type { Table } from './table'
import { tables } from './tables'

/* The descriptor of what can be had in bulk (Data Package, Data Resource, Table Dialect and Table Schema, version 2). */

const profiles = 'https://datapackage.org/profiles/2.0'

/** What is described: an edition of one dossier, or of all. */
export interface DescribedEdition {
  site: Site
  /** Id and title of the one dossier; undefined: all of the site. */
  dossier?: { id: string; title: string } | undefined
  edition: { number: number; publishedAt: string }
  root: string
}

const safe =
  'UTF-8 with a byte order mark. A text that a spreadsheet would take for a formula (beginning with = + - @, tab or carriage return) has an apostrophe before it.'

/** The address of a file at the edition that is described, whatever is published later; where nothing is published yet, without. What holds events grows with the days on which the edition stands. */
export const fileAddress = (
  { root, dossier, edition }: Pick<DescribedEdition, 'root' | 'dossier' | 'edition'>,
  file: string,
): string =>
  `${root}/data/${dossier ? `${dossier.id}/` : ''}${file}${edition.number === 0 ? '' : `?edition=${edition.number}`}`

/** What a licence may be called in a descriptor. */
const isName = /^[-a-zA-Z0-9._]+$/

/** The descriptor without its resources. */
export function packageHead(described: DescribedEdition): object {
  const { site, dossier, edition, root } = described
  const name = say(site.name, plainLanguage).text
  const { text, url } = licenceIn(site, plainLanguage)
  const spdx = site.licence === 'none' ? undefined : site.licence.spdx
  const terms = url && { ...(spdx && isName.test(spdx) ? { name: spdx } : {}), path: url, title: text }
  return {
    $schema: `${profiles}/datapackage.json`,
    name: dossier?.id ?? 'site',
    id: fileAddress(described, 'datapackage.json'),
    title: dossier ? `${name}: ${dossier.title}` : name,
    description: `Every table of edition ${edition.number}${url === undefined ? `. ${text}` : ''}`,
    homepage: dossier ? `${root}/${plainLanguage}/${dossier.id}` : `${root}/${plainLanguage}`,
    version: String(edition.number),
    created: edition.publishedAt,
    ...(terms ? { licenses: [terms] } : {}),
    contributors: [{ title: name, path: root, roles: ['publisher'] }],
  }
}

/** A file to be described: a table in a form, or the file of SQLite. */
export type DescribedFile = { table: TableName; form: TableForm } | 'sqlite'

/** All files, the tables as CSV first. */
export const describedFiles: readonly DescribedFile[] = [
  ...tableForms.flatMap((form) => tableNames.map((table) => ({ table, form }))),
  'sqlite',
]

export const fileNameOf = (file: DescribedFile): string =>
  file === 'sqlite' ? sqliteFile : `${file.table}.${file.form}`

/** A file as a resource of the package. */
export function resourceOf(described: DescribedEdition, file: DescribedFile, { bytes, sha256 }: Digest): object {
  const common = { path: fileAddress(described, fileNameOf(file)), bytes, hash: `sha256:${sha256}` }
  if (file === 'sqlite')
    return {
      ...{ name: 'sqlite', title: 'All tables in one file of SQLite', ...common },
      ...{ format: 'sqlite', mediatype: 'application/vnd.sqlite3' },
    }
  const { table, form } = file
  const { says } = tables[table]
  const { type } = forms[form]
  if (form !== 'csv')
    return {
      name: `${table}-${form}`,
      title: table,
      description: says,
      ...common,
      format: form,
      mediatype: type,
      encoding: 'utf-8',
    }
  return {
    ...{ name: table, type: 'table', title: table, description: `${says}. ${safe}`, ...common },
    ...{ format: form, mediatype: type, encoding: 'utf-8' },
    dialect: {
      $schema: `${profiles}/tabledialect.json`,
      header: true,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
    },
    schema: schemaOf(tables[table]),
  }
}

/** The columns of a table (Table Schema). */
export const schemaOf = (table: Table): object => ({
  $schema: `${profiles}/tableschema.json`,
  fields: table.columns.map((column) => fieldOf(table, column)),
  primaryKey: table.key,
  ...linksOf(table),
  missingValues: [''],
})

/** A day, a month or a year; or an instant. */
const toldPattern = String.raw`^\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$`

function fieldOf({ key }: Table, { name, type, says, words }: Column): object {
  const constraints = {
    ...(key.includes(name) ? { required: true } : {}),
    ...(words ? { enum: words } : {}),
    ...(type === 'told' ? { pattern: toldPattern } : {}),
  }
  return {
    name,
    type: type === 'told' ? 'string' : type,
    description: says,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

function linksOf({ columns }: Table): object {
  const links = columns.flatMap(({ name, refers, type }) => {
    if (refers === undefined || type === 'array') return []
    const { key } = tables[refers]
    const fields = key.includes('dossier') ? ['dossier', name] : [name]
    return [{ fields, reference: { resource: refers, fields: key } }]
  })
  return links.length > 0 ? { foreignKeys: links } : {}
}
