import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { JsonSchema } from '@/lib/api/description/json-schema'
import { openApiOf } from '@/lib/api/openapi'
import { defaultSite, type Site } from '@/lib/model'
import { checkerOf } from '../../support/requests/described-api'
import { full } from './dossier'

const site: Site = {
  ...defaultSite,
  licence: { name: 'CC BY 4.0', spdx: 'CC-BY-4.0' },
  contact: 'desk@example.org',
}
const document = openApiOf(site, { root: 'https://tracker.example', dossiers: [full.dossier] })
const operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }))
const folder = mkdtempSync(join(tmpdir(), 'rulewire-openapi-'))
const file = join(folder, 'openapi.json')
writeFileSync(file, JSON.stringify(document))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Answer {
  content?: Record<string, { schema: object; example: unknown }>
}

describe('the description of the API', () => {
  test('has an example of every answer, which is as its schema says', () => {
    const unlike = checkerOf(document)
    for (const { path, responses } of operations)
      for (const { content = {} } of Object.values(responses as Record<string, Answer>))
        for (const { schema, example } of Object.values(content)) {
          expect(example, path).toBeDefined()
          expect(unlike(schema, example), path).toEqual([])
        }
  })

  test('tells every schema and every field in words, and which fields are always there', () => {
    const walk = (schema: JsonSchema, at: string): void => {
      const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [] } = schema
      if (schema.properties) expect(Array.isArray(schema.required), at).toBe(true)
      for (const [name, one] of Object.entries(properties)) {
        expect(one.description, `${at}.${name}`).toMatch(/\w/)
        walk(one, `${at}.${name}`)
      }
      for (const one of [items, additionalProperties, ...anyOf, ...oneOf]) if (typeof one === 'object') walk(one, at)
    }
    const { schemas } = document.components
    expect(Object.keys(schemas).length).toBeGreaterThan(60)
    for (const [name, schema] of Object.entries(schemas)) {
      expect(schema.description, name).toMatch(/\w/)
      walk(schema, name)
    }
  })

  test('tells every parameter in words, with an example of it where there can be one', () => {
    const unlike = checkerOf(document)
    for (const { path, parameters } of operations)
      for (const { name, description, schema, example } of parameters) {
        expect(description, `${path} ${name}`).toMatch(/\w/)
        if (name === 'cursor') continue
        expect(unlike(schema, example), `${path} ${name}`).toEqual([])
      }
  })

  test('has the dimensions of the dossiers as parameters of their own, and none that is free in its form', () => {
    const verdict = operations.find(({ operationId }) => operationId === 'verdict')
    const names = verdict?.parameters.map(({ name }) => name) ?? []
    for (const { id } of full.dossier.dimensions) expect(names).toContain(id)
    for (const { parameters } of operations) for (const { schema } of parameters) expect(schema.type).not.toBe('object')
  })

  test('names each operation once, where it is, and that it needs no key', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    expect(document.servers).toEqual([{ url: 'https://tracker.example', description: 'This site' }])
    expect(document.security).toEqual([])
    expect(document.info).toMatchObject({ contact: { email: 'desk@example.org' }, license: { name: 'CC BY 4.0' } })
  })

  test('has every schema that it names, and names every schema that it has', () => {
    const text = JSON.stringify(document)
    const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
    expect([...named].sort()).toEqual(Object.keys(document.components.schemas).sort())
  })
})

/** Runs a checker on the document, without a word to anybody outside. */
const run = (name: string, args: string[]) =>
  spawnSync(process.execPath, [join('node_modules', name), ...args], {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  })

test('Redocly finds nothing wrong with it', () => {
  const { status, stdout, stderr } = run('@redocly/cli/bin/cli.js', [
    'lint',
    file,
    '--extends=recommended',
    '--format=json',
  ])
  expect(status, stderr).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } })
})

test('Spectral finds nothing wrong with it', () => {
  const rules = join(folder, 'spectral.json')
  writeFileSync(rules, JSON.stringify({ extends: ['spectral:oas'] }))
  const { status, stdout } = run('@stoplight/spectral-cli/dist/index.js', [
    ...['lint', file, '--ruleset', rules, '--fail-severity', 'warn'],
  ])
  expect(stdout).toContain('No results')
  expect(status).toBe(0)
})
