import { firstDay, lastDay } from '../day'
import type { Path } from '../problem'
import type { Dimension, Dossier } from '../records'
import type { Scope } from '../scope'
import { askableIds, walkValues } from '../tree'
import type { RecordKind } from '../words'
import type { Findings } from './findings'

/** Parameters that stand beside the dimensions in the addresses of questions and matrices: no dimension is called so. */
export const addressWords = ['on', 'known', 'edition', 'assume', 'words', 'rows', 'columns']

export function checkDossier(dossier: Dossier, found: Findings): void {
  const seen = new Set<string>()
  dossier.dimensions.forEach((dimension, index) => {
    const path = ['dimensions', index]
    if (seen.has(dimension.id)) found('dossier', dossier.id, [...path, 'id'], 'is used by another dimension too')
    seen.add(dimension.id)
    if (addressWords.includes(dimension.id))
      found('dossier', dossier.id, [...path, 'id'], `is what addresses call something else: ${addressWords.join(', ')}`)
    const ids = checkTree(dossier, index, found)
    checkGroups(dossier, index, ids, found)
    checkMembers(dossier, index, ids, found)
    checkFormerIds(dossier, index, found)
  })
  checkMatrix(dossier, found)
  dossier.untracked?.forEach(({ scope }, at) => {
    checkScope({ kind: 'dossier', id: dossier.id, path: ['untracked', at, 'scope'] }, scope, dossier, found)
  })
  dossier.featured?.forEach((picked, at) => {
    checkScope({ kind: 'dossier', id: dossier.id, path: ['featured', at], one: true }, wrap(picked), dossier, found)
  })
}

function checkMatrix({ matrix, ...dossier }: Dossier, found: Findings): void {
  if (!matrix) return
  const dimensions = new Map(dossier.dimensions.map((dimension) => [dimension.id, dimension]))
  for (const axis of ['rows', 'columns'] as const)
    if (!dimensions.has(matrix[axis]))
      found.unknown('dossier', dossier.id, ['matrix', axis], 'dimension', matrix[axis], dimensions.keys())
  if (matrix.rows === matrix.columns)
    found('dossier', dossier.id, ['matrix', 'columns'], 'must be another dimension than the rows')
  const place = { kind: 'dossier', id: dossier.id, path: ['matrix', 'fixed'], one: true } as const
  checkScope(place, wrap(matrix.fixed), dossier, found)
}

const wrap = (picked: Record<string, string>): Scope =>
  Object.fromEntries(Object.entries(picked).map(([dimension, value]) => [dimension, [value]]))

/** Returns the ids of all values of the dimension. */
function checkTree(dossier: Dossier, index: number, found: Findings): Set<string> {
  const seen = new Map<string, boolean>()
  const visit = (values: Dimension['values'], path: Path): void => {
    values.forEach((value, at) => {
      const leaf = value.values.length === 0
      const before = seen.get(value.id)
      if (before !== undefined)
        found(
          'dossier',
          dossier.id,
          [...path, at, 'id'],
          before === leaf
            ? `“${value.id}” is used by another value of this dimension too`
            : `“${value.id}” is both a leaf and an inner value: give one of them another id`,
        )
      seen.set(value.id, leaf)
      visit(value.values, [...path, at, 'values'])
    })
  }
  visit(dossier.dimensions[index]?.values ?? [], ['dimensions', index, 'values'])
  return new Set(seen.keys())
}

/** Groups are asked about like values, so they share their ids; each names values of the tree. */
function checkGroups(dossier: Dossier, index: number, ids: Set<string>, found: Findings): void {
  const dimension = dossier.dimensions[index] as Dimension
  const taken = new Set(ids)
  dimension.groups?.forEach((group, at) => {
    const path = ['dimensions', index, 'groups', at]
    if (taken.has(group.id))
      found('dossier', dossier.id, [...path, 'id'], `“${group.id}” is used by a value or group of this dimension too`)
    taken.add(group.id)
    group.values.forEach((value, place) => {
      if (!ids.has(value))
        found.unknown('dossier', dossier.id, [...path, 'values', place], `value of ${dimension.id}`, value, ids)
    })
  })
}

function checkMembers(dossier: Dossier, index: number, ids: Set<string>, found: Findings): void {
  const dimension = dossier.dimensions[index] as Dimension
  const taken = new Set([...ids, ...(dimension.groups ?? []).map(({ id }) => id)])
  dimension.members?.forEach((member, at) => {
    const path = ['dimensions', index, 'members', at]
    if (taken.has(member.id))
      found('dossier', dossier.id, [...path, 'id'], `“${member.id}” is used by something else in this dimension too`)
    taken.add(member.id)
    member.in.forEach(({ value, from, until }, place) => {
      const field = [...path, 'in', place]
      if (!ids.has(value))
        found.unknown('dossier', dossier.id, [...field, 'value'], `value of ${dimension.id}`, value, ids)
      if (from && until && lastDay(until) < firstDay(from))
        found('dossier', dossier.id, [...field, 'until'], `is before \`from\` (${from})`)
    })
  })
}

/** An id that something had before leads to it: nothing else of the dimension may have it. */
function checkFormerIds(dossier: Dossier, index: number, found: Findings): void {
  const dimension = dossier.dimensions[index] as Dimension
  const taken = new Set(askableIds(dimension))
  const check = (formerly: string[] | undefined, path: Path) =>
    formerly?.forEach((id, at) => {
      if (taken.has(id))
        found('dossier', dossier.id, [...path, 'formerly', at], `“${id}” is the id of something in this dimension`)
    })
  const inTree = (values: Dimension['values'], path: Path): void => {
    values.forEach((value, at) => {
      check(value.formerly, [...path, at])
      inTree(value.values, [...path, at, 'values'])
    })
  }
  const path = ['dimensions', index]
  inTree(dimension.values, [...path, 'values'])
  for (const list of ['groups', 'members'] as const)
    dimension[list]?.forEach(({ formerly }, at) => {
      check(formerly, [...path, list, at])
    })
}

/** Where a scope stands; `one`: each dimension holds a single value, which may be a member, and no list. */
interface ScopePlace {
  kind: RecordKind
  id: string
  path: Path
  one?: boolean
  /** Whether members may be named in a list too. */
  members?: boolean
}

export function checkScope(
  place: ScopePlace,
  scope: Scope,
  dossier: Pick<Dossier, 'dimensions'>,
  found: Findings,
): void {
  const { kind, id, path, one = false, members = one } = place
  for (const [dimensionId, values] of Object.entries(scope)) {
    const dimension = dossier.dimensions.find((candidate) => candidate.id === dimensionId)
    if (!dimension) {
      const ids = dossier.dimensions.map((other) => other.id)
      found.unknown(kind, id, [...path, dimensionId], 'dimension', dimensionId, ids)
      continue
    }
    const ids = new Set([...walkValues(dimension.values)].map(({ value }) => value.id))
    for (const group of dimension.groups ?? []) ids.add(group.id)
    if (members) for (const member of dimension.members ?? []) ids.add(member.id)
    values.forEach((value, at) => {
      const field = one ? [...path, dimensionId] : [...path, dimensionId, at]
      if (!ids.has(value)) found.unknown(kind, id, field, `value of ${dimensionId}`, value, ids)
    })
  }
}
