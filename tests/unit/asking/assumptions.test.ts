import { expect, test } from 'vitest'
import { api } from '@/lib/addresses/api'
import { assumptionsOf } from '@/lib/asking/assumptions'
import { readQuery } from '@/lib/asking/query'
import { compileDossier, momentAt } from '@/lib/policy'
import { full } from '../api/dossier'

const compiled = compileDossier(full)
const read = (query: string, on = '2025-06-01') =>
  assumptionsOf(
    { address: api.verdict, query: readQuery(api.verdict, new URLSearchParams(query)), present: '2026-11-29' },
    momentAt(compiled, { on }),
  )

test('what is assumed is read from each of its parameters, empty ones left out', () => {
  expect([...read('')]).toEqual([])
  expect([...read('assume=&assume=idea@2026-01-01')]).toEqual([['idea', '2026-01-01']])
})

test.each([
  ['assume=idea', '“idea” is no assumption: write a change and a day'],
  ['assume=ideas@2026-01-01', 'There is no change “ideas”. Did you mean “idea@2026-01-01”?'],
  ['assume=idea@2026-02-30', '“2026-02-30” is not a date'],
  ['assume=idea@2026-02', '“2026-02” is not a date'],
  ['assume=idea@9999-01-01', '“9999-01-01” is too far away'],
  ['assume=idea@2026-01-01&assume=idea@2026-01-02', '“idea” is assumed more than once.'],
  ['assume=ban@2026-01-01', '“ban” cannot be assumed: on that day it stands at in_force.'],
  [Array.from({ length: 21 }, (_, at) => `assume=a${at}@2026-01-01`).join('&'), 'More than 20 changes are assumed.'],
])('%s is refused', (query, message) => {
  expect(() => read(query)).toThrow(expect.objectContaining({ parameter: 'assume' }))
  expect(() => read(query)).toThrow(message)
})

test('what is pending is so at the moment that is asked about', () => {
  expect(() => read('assume=idea@2026-01-01', '2025-05-04')).toThrow('it does not exist yet')
})
