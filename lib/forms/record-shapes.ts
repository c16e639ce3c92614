import { type Dossier, mostItems, type RecordKind, sitePages } from '@/lib/model'
import { List, type Shape } from './shape'
import { valueAt } from './shown'

/** Kinds of records that have a form besides reports; a dossier is edited in its file form. */
export const formKinds = ['rule', 'change', 'actor', 'source', 'site'] as const
export type FormKind = (typeof formKinds)[number]

/** Those that can be begun; there is one site, and it is there. */
export const begunKinds = ['rule', 'change', 'actor', 'source'] as const
export type BegunKind = (typeof begunKinds)[number]

/** What a form shows of the site. In whose name ids are made is settled, and stands in the file form. */
const siteShape: Shape = {
  name: 'name',
  line: 'name',
  contact: 'line',
  accent: 'line',
  mark: 'prose',
  zone: 'line',
  languages: 'inOrder',
  dossiers: 'inOrder',
  licence: { name: 'name', spdx: 'line', url: 'address' },
  pages: Object.fromEntries(sitePages.map((page) => [page, 'text' as const])),
}

export const hasForm = (kind: RecordKind): kind is FormKind => formKinds.some((one) => one === kind)

/** Per dimension of the dossier the values that are ticked. */
const scopeShape = (dossier: Pick<Dossier, 'dimensions'> | null): Shape =>
  Object.fromEntries((dossier?.dimensions ?? []).map(({ id }) => [id, 'ids' as const]))

/** The form of a record of that kind in that dossier; null for a publisher and the site, which stand in none. */
export function recordShape(kind: FormKind, dossier: Pick<Dossier, 'dimensions'> | null): Shape {
  if (kind === 'source')
    return { name: 'name', kind: 'choice', tier: 'choice', url: 'address', language: 'line', country: 'line' }
  if (kind === 'site') return siteShape
  if (kind === 'actor')
    return {
      name: 'name',
      kind: 'choice',
      url: 'address',
      note: 'text',
      of: new List({ actor: 'choice', from: 'date', until: 'date' }),
    }
  if (kind === 'change')
    return {
      title: 'name',
      note: 'text',
      alterations: new List({
        rule: 'choice',
        to: 'choice',
        says: 'name',
        from: 'date',
        until: 'date',
        conditions: new List('text'),
      }),
      starts: 'ids',
      concerns: scopeShape(dossier),
    }
  return {
    title: 'name',
    note: 'text',
    kind: 'choice',
    scope: scopeShape(dossier),
    overrides: 'ids',
    basis: new List({
      instrument: 'name',
      provision: 'name',
      url: 'address',
      official: 'yesNo',
      sourcing: 'choice',
    }),
  }
}

/** The lists of a form, by their names. */
export const listsOf = (shape: Shape): string[] =>
  Object.entries(shape).flatMap(([name, inner]) => (inner instanceof List ? [name] : []))

/** Whether the form can hold a record: no list of it is longer than a form can make it. */
export function fitsShape(shape: Shape, data: unknown): boolean {
  return Object.entries(shape).every(([name, inner]) => {
    if (!(inner instanceof List)) return true
    const items = valueAt(data, [name])
    if (!Array.isArray(items)) return true
    return (
      items.length <= mostItems &&
      (inner.item === 'text' || items.every((item) => fitsShape(inner.item as Shape, item)))
    )
  })
}
