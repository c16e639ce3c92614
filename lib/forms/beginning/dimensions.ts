import { slugOf } from '@/lib/words/slug'
import { type AnswerName, type Answers, answered, type DimensionPlace, dimensionPlaces } from './answers'

/** A value as it was typed: one line, with those that stand further in below it. */
export interface TypedValue {
  id: string
  name: string
  values: TypedValue[]
}

export interface TypedDimension {
  place: DimensionPlace
  id: string
  name: string
  values: TypedValue[]
}

/** One thing wrong with an answer, in the words of the model (`faultInWords`). */
export interface AnswerProblem {
  name: AnswerName
  message: string
}

const known = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
const mark = /^[\s\u3000]*(?:[-–—*・•][\s\u3000]*)?/u

/** An id that nothing else has, made of a name; of one without Latin letters, of what it is and a number. */
function freeId(name: string, fallback: string, taken: Set<string>): string {
  const wanted = slugOf(name) || fallback
  let id = wanted
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`
  taken.add(id)
  return id
}

/** How far in a line stands: its blanks, and the dash before it. */
const depthOf = (line: string): number => (mark.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length

/** The values of a dimension, a line for each; what stands further in than the line above is inside of it. */
function valuesIn(text: string): { values: TypedValue[]; twice: string | null } {
  const taken = new Set<string>()
  const seen = new Set<string>()
  const top: TypedValue[] = []
  const open: { depth: number; values: TypedValue[] }[] = [{ depth: -1, values: top }]
  let twice: string | null = null
  for (const line of text.split('\n')) {
    const name = line.replace(mark, '').trim()
    if (name === '') continue
    if (seen.has(known(name))) twice ??= name
    seen.add(known(name))
    const depth = depthOf(line)
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const value: TypedValue = { id: freeId(name, `value-${taken.size + 1}`, taken), name, values: [] }
    open.at(-1)?.values.push(value)
    open.push({ depth, values: value.values })
  }
  return { values: top, twice }
}

/**
 * The dimensions that the answers name so far, and what is wrong with them. `reserved` are the ids that addresses need for something
 * else. A table crosses two of them, so that there are two at least.
 */
export function dimensionsIn(
  answers: Answers,
  reserved: readonly string[],
): { dimensions: TypedDimension[]; problems: AnswerProblem[] } {
  const taken = new Set(reserved)
  const dimensions: TypedDimension[] = []
  const problems: AnswerProblem[] = []
  for (const place of dimensionPlaces) {
    const name = answered(answers, `dimension.${place}.name`)
    const text = answers[`dimension.${place}.values`] ?? ''
    const { values, twice } = valuesIn(text)
    if (name === '' && values.length === 0 && place > 1) continue
    const wrong = (field: 'name' | 'values', message: string) =>
      problems.push({ name: `dimension.${place}.${field}`, message })
    if (name === '') wrong('name', 'is missing')
    if (values.length === 0) wrong('values', 'needs at least one value')
    if (twice !== null) wrong('values', `“${twice}” is used by another value of this dimension too`)
    if (dimensions.some((one) => known(one.name) === known(name))) wrong('name', 'is used by another dimension too')
    if (name !== '' || values.length > 0)
      dimensions.push({ place, id: freeId(name, `dimension-${place + 1}`, taken), name: name || '…', values })
  }
  return { dimensions, problems }
}

/** The dimension of that name or id. */
export const dimensionNamed = (dimensions: readonly TypedDimension[], name: string): TypedDimension | undefined =>
  dimensions.find((one) => known(one.name) === known(name) || one.id === known(name))
