import { isSameRecord } from '@/lib/model'

/** Which text of a part is taken; `both`: of two lists, the items of the one and what the other has added. */
export type MergeChoice = 'mine' | 'theirs' | 'both'

/** A part of a record in which two texts of it differ: a field, or one language or member of it. */
export interface MergePart {
  /** `headline.en`, `effects`. */
  path: string
  /** What stood there before both; undefined where nothing did, or it is not known. */
  base: unknown
  mine: unknown
  theirs: unknown
  /** Whether both are lists, so that both can be kept. */
  areLists: boolean
  /** The side that has changed it, where only one has; else mine. */
  suggested: MergeChoice
  /** Whether both have changed it, each in another way. */
  clashes: boolean
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (fields: unknown, name: string): unknown =>
  isFields(fields) && Object.hasOwn(fields, name) ? fields[name] : undefined

/**
 * The parts in which two texts of one record differ, with the text that both came from: fields by themselves, texts in several
 * languages and other groups one level deeper, lists as a whole. Any of the three may be null, where there is no record.
 */
export function mergeParts(base: unknown, mine: unknown, theirs: unknown): MergePart[] {
  return namesOf(base, mine, theirs).flatMap((name) => {
    const [was, here, there] = [own(base, name), own(mine, name), own(theirs, name)]
    if (isFields(here) && isFields(there))
      return namesOf(was, here, there).flatMap((inner) =>
        partOf(`${name}.${inner}`, own(was, inner), own(here, inner), own(there, inner)),
      )
    return partOf(name, was, here, there)
  })
}

function partOf(path: string, base: unknown, mine: unknown, theirs: unknown): MergePart[] {
  if (isSameRecord(mine, theirs)) return []
  const onlyTheirs = isSameRecord(mine, base)
  const clashes = !onlyTheirs && !isSameRecord(theirs, base)
  const areLists = Array.isArray(mine) && Array.isArray(theirs)
  return [{ path, base, mine, theirs, areLists, clashes, suggested: onlyTheirs ? 'theirs' : 'mine' }]
}

/** The record that comes of choices by path; a part without one is mine. The records given are left as they are. */
export function mergeRecords(
  { base, mine, theirs }: { base: unknown; mine: unknown; theirs: unknown },
  choices: Readonly<Record<string, MergeChoice>>,
): Fields {
  const merged = structuredClone(isFields(mine) ? mine : {})
  for (const part of mergeParts(base, mine, theirs)) {
    const choice = Object.hasOwn(choices, part.path) ? choices[part.path] : 'mine'
    if (choice === 'theirs') put(merged, part.path, part.theirs)
    if (choice === 'both' && part.areLists) put(merged, part.path, together(part))
  }
  return merged
}

/** The items of mine, then those of theirs that neither mine nor the text before both has. */
function together({ base, mine, theirs }: MergePart): unknown[] {
  const [before, here, there] = [base, mine, theirs].map((list) => (Array.isArray(list) ? list : [])) as [
    unknown[],
    unknown[],
    unknown[],
  ]
  const has = (list: unknown[], item: unknown) => list.some((one) => isSameRecord(one, item))
  return structuredClone([...here, ...there.filter((item) => !has(here, item) && !has(before, item))])
}

function put(record: Fields, path: string, value: unknown): void {
  const at = path.indexOf('.')
  const [name, inner] = at < 0 ? [path, null] : [path.slice(0, at), path.slice(at + 1)]
  const holder = inner === null ? record : Reflect.get(record, name)
  const field = inner ?? name
  if (!isFields(holder)) return
  if (value === undefined) Reflect.deleteProperty(holder, field)
  else Reflect.set(holder, field, structuredClone(value))
}

/** Every field name of the records given, those of the first ones first. */
const namesOf = (...records: unknown[]): string[] => [
  ...new Set(records.flatMap((record) => (isFields(record) ? Object.keys(record) : []))),
]
