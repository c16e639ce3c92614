import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Parameter } from '@/lib/addresses/address'
import { mcpArguments, mcpTarget, mcpToolNames, mcpTools } from '@/lib/mcp/tools'

test('the arguments of a tool are the parameters of its address, in its words', () => {
  for (const name of mcpToolNames) {
    const schema = z.toJSONSchema(mcpArguments(name)) as {
      properties: Record<string, { description: string }>
      additionalProperties: boolean
    }
    expect(schema.additionalProperties, name).toBe(false)
    const parameters: Record<string, Parameter> = mcpTools[name].address.parameters
    for (const [one, { description }] of Object.entries(schema.properties)) {
      expect(description, `${name} ${one}`).toMatch(/\w/)
      if (one !== 'dossier' && one !== 'case') expect(description).toBe(parameters[one]?.says)
    }
  }
  const whole = (name: 'search' | 'answer' | 'compare') =>
    Object.keys((z.toJSONSchema(mcpArguments(name)) as { properties: object }).properties).filter(
      (one) => one !== 'dossier' && one !== 'case',
    )
  for (const name of ['search', 'answer', 'compare'] as const)
    expect(whole(name)).toEqual(Object.keys(mcpTools[name].address.parameters).filter((one) => one !== 'dossier'))
})

test('a call is asked of the API', () => {
  const given = { dossier: 'arms', case: { thing: 'ship' }, on: '2024-01-01', assume: ['a@2027-01-01', 'b@2027-01-01'] }
  expect(mcpArguments('answer').safeParse(given).success).toBe(true)
  const { path, query } = mcpTarget('answer', given)
  expect(`${path}?${query}`).toBe(
    '/api/v1/dossiers/arms/verdict?thing=ship&on=2024-01-01&assume=a%402027-01-01&assume=b%402027-01-01',
  )
  expect(mcpTarget('report', { dossier: 'arms', id: 'a' }).query.toString()).toBe('dossier=arms&id=a')
})

test('what a tool does not take, or lacks, is refused by its name', () => {
  for (const [name, given, field] of [
    ['answer', {}, 'dossier'],
    ['answer', { dossier: 'arms', day: '2024-01-01' }, 'day'],
    ['report', { dossier: 'arms' }, 'id'],
    ['report', { dossier: 'arms', id: ['a', 'b'] }, 'id'],
    ['search', { q: 'a', kind: 'poem' }, 'kind'],
    ['search', { kind: 'rule' }, 'q'],
    ['compare', { dossier: 'arms', fromEdition: 0 }, 'fromEdition'],
  ] as const) {
    const { error } = mcpArguments(name).safeParse(given)
    expect(JSON.stringify(error?.issues)).toContain(field)
  }
})
