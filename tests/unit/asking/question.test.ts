import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/addresses/address'
import { api } from '@/lib/addresses/api'
import { readQuery } from '@/lib/asking/query'
import { questionOf, sidesOf } from '@/lib/asking/question'
import { valuesOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { emptyDossier } from '../../support/dossiers'
import { full } from '../api/dossier'

const present = '2026-11-26'
const { dossier } = emptyDossier()
const dimensions = dossier.dimensions.map(({ id }) => id)
const given = <A extends Address>(address: A, query: string, days: { today: string; present: string }) => ({
  address,
  query: readQuery(address, new URLSearchParams(query), dimensions),
  dossier,
  ...days,
})
const ask = (query: string, today = present, now = present) =>
  questionOf(given(api.verdict, query, { today, present: now }))

function refusalOf(read: () => unknown): [string, string] {
  try {
    read()
  } catch (error) {
    if (error instanceof BadParameter) return [error.parameter, error.message]
    throw error
  }
  throw new Error('It was not refused.')
}

describe('the values of a question', () => {
  const { dossier } = full
  const values = (query: string) =>
    valuesOf({ query: readQuery(api.verdict, new URLSearchParams(query), dimensions), dossier })

  it('are values, groups and members; an unknown one is refused with what may have been meant', () => {
    expect(values('thing=afloat&place=atlantis')).toEqual({ thing: 'afloat', place: 'atlantis' })
    expect(refusalOf(() => values('thing=aflot'))).toEqual(['thing', expect.stringContaining('Did you mean “afloat”?')])
    expect(refusalOf(() => values('place=atlanta'))[1]).toContain('Did you mean “atlantis”?')
  })
})

describe('the days of a question', () => {
  it('are those of which anything can be said', () => {
    expect(ask('on=1900-01-01').on).toBe('1900-01-01')
    expect(ask('on=2076-11-26&known=2026-11-26')).toMatchObject({ on: '2076-11-26', known: present })
    expect(refusalOf(() => ask('on=9999-12-31'))).toEqual(['on', expect.stringContaining('1900-01-01 to 2076-11-26')])
    expect(refusalOf(() => ask('on=1899-12-31'))[0]).toBe('on')
    expect(refusalOf(() => ask('known=2026-11-27'))).toEqual(['known', expect.stringContaining('up to 2026-11-26')])
  })

  it('go by the current day, also where an earlier edition is read', () => {
    expect(ask('known=2026-11-20&edition=1', '2026-10-01')).toMatchObject({ on: '2026-10-01', known: '2026-11-20' })
  })

  it('are the same on both sides of a comparison, and the usual earlier side is among them', () => {
    const sides = (query: string) => sidesOf(given(api.compare, query, { today: present, present }))
    expect(refusalOf(() => sides('from=1000-01-01'))[0]).toBe('from')
    expect(refusalOf(() => sides('to=2077-01-01'))[0]).toBe('to')
    expect(refusalOf(() => sides('toKnown=2030-01-01'))[0]).toBe('toKnown')
    expect(sides('to=1900-06-01').from.on).toBe('1900-01-01')
  })

  it('end on a day that there is, also from the 29th of February', () => {
    expect(refusalOf(() => ask('on=2099-01-01', '2028-02-29', '2028-02-29'))[1]).toContain('2078-02-28')
  })
})
