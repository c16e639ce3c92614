import fc from 'fast-check'
import { addresses } from '@/lib/addresses'
import type { Address } from '@/lib/addresses/address'
import type { ContentTree } from '@/lib/content'
import { walkValues } from '@/lib/model'
import { anySearch } from './search'

const oddValues = [
  '',
  ' ',
  '%00',
  '%ff',
  '%',
  '..',
  '0',
  '-1',
  '1e9',
  '999999999',
  '2023',
  '2024-02',
  '2024-02-30',
  '2026-11-01',
  '0000-00-00',
  '9999-12-31',
  '1900-01-01',
  '[]',
  '...',
  '。。',
  '__proto__',
  'constructor',
  'null',
  'agreed',
  'moves',
  'prohibited',
  'report',
  'en',
  'x'.repeat(7000),
  '輸'.repeat(200),
  'a '.repeat(100),
  '武 '.repeat(100),
  '.'.repeat(200),
  '"'.repeat(199),
  '('.repeat(200),
  'a-'.repeat(100),
  `${'への'.repeat(90)}ぬ`,
  `${'される'.repeat(60)}ぬ`,
  `${'a'.repeat(199)}!`,
] // prettier-ignore

/** Target of a request in the form that a client sends: percent-encoded, what is encoded already left as it is. */
const sent = (text: string): string =>
  /^%(?:[0-9a-f]{2})?$/i.test(text) ? text : encodeURIComponent(text.toWellFormed?.() ?? text)

/**
 * Request targets for every public address: ids of the content and others, the parameters that it has and others, each with
 * values of sense and odd ones, repeated and empty ones too. As many for each address as `each` says, the same in every run.
 */
export function randomRequests({ dossiers }: ContentTree, { seed, each }: { seed: number; each: number }): string[] {
  const anyDossier = fc.constantFrom(...dossiers.map(({ dossier }) => dossier.id))
  const ids = dossiers.flatMap(({ rules, changes, actors, reports }) =>
    [rules, changes, actors, reports].flatMap((records) => records.slice(0, 4).map(({ id }) => id)),
  )
  const dimensions = dossiers.flatMap(({ dossier }) => dossier.dimensions)
  const values = dimensions.flatMap((dimension) => [...walkValues(dimension.values)].map(({ value }) => value.id))
  const fillings: Record<string, fc.Arbitrary<string>> = {
    locale: fc.constantFrom('en', 'ja'),
    dossier: fc.oneof(
      { weight: 9, arbitrary: anyDossier },
      { weight: 1, arbitrary: fc.constantFrom('nowhere', 'constructor') },
    ),
    id: fc.constantFrom(...ids, '1', 'constructor', 'nowhere'),
  }
  const anyValue = fc.oneof(
    fc.constantFrom(...oddValues),
    fc.constantFrom(...values, ...ids, ...dimensions.map(({ id }) => id)),
    anySearch,
  )
  const targetOf = ({ path, parameters, dimensions: reads }: Address): fc.Arbitrary<string> => {
    const names = [
      ...Object.keys(parameters),
      ...(reads ? dimensions.map(({ id }) => id) : []),
      'utm_source',
      '__proto__',
      'nonsense',
    ]
    const pairs = fc.array(fc.tuple(fc.constantFrom(...names), anyValue), { maxLength: 5 })
    const parts = path.split('/').map((part) => fillings[part.slice(1, -1)] ?? fc.constant(part))
    return fc.tuple(fc.tuple(...parts), pairs).map(([filled, query]) => {
      const asked = query.map(([name, value]) => `${name}=${sent(value)}`).join('&')
      return `${filled.join('/')}${asked && `?${asked}`}`
    })
  }
  return addresses.flatMap((address, at) => fc.sample(targetOf(address), { seed: seed + at, numRuns: each }))
}
