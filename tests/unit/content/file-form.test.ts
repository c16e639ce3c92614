import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import examples from '@/lib/content/file-form/examples.json'
import { fileForm } from '@/lib/content/file-form/file-form'
import { parseRecord, type RecordKind, recordKinds, type Source, validateDossier } from '@/lib/model'
import { fieldNames } from '../../support/schema-fields'

const forms = fileForm()
const formOf = (kind: RecordKind) => forms.find((one) => one.kind === kind)?.fields ?? []

describe.each(recordKinds)('the form of a %s', (kind) => {
  test('tells every field that its schema has', () => {
    const told = new Set(formOf(kind).flatMap(({ path }) => path.split(/[.[\]]+/)))
    expect(fieldNames(kind).filter((name) => !told.has(name))).toEqual([])
  })

  test('has an example for every field, which is that field', () => {
    const without = formOf(kind).filter(({ example }) => example === '')
    expect(without.map(({ path }) => path)).toEqual([])
    for (const { path, example } of formOf(kind)) {
      const fields = parse(example) as object
      const last = path.split('.').at(-1)?.replace('[]', '') ?? ''
      expect(Object.keys(fields), path).toHaveLength(1)
      if (!last.startsWith('<')) expect(Object.keys(fields), path).toEqual([last])
    }
  })

  test('its example is a sound record', () => {
    expect(parseRecord(kind, examples[kind])).toMatchObject({ ok: true })
  })
})

test('the examples are a sound dossier together', () => {
  const of = <K extends RecordKind>(kind: K, over: object = {}) => {
    const parsed = parseRecord(kind, { ...structuredClone(examples[kind]), ...over })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.record
  }
  const others = { formerly: undefined }
  const records = {
    dossier: of('dossier'),
    rules: [of('rule'), of('rule', { ...others, id: 'leash', overrides: [] })],
    changes: [of('change')],
    actors: [of('actor'), of('actor', { ...others, id: 'parish', of: [] })],
    reports: [of('report'), of('report', { ...others, id: '2026-10-01-herald-by-law', related: [] })],
  }
  expect(validateDossier(records, [of('source') as Source])).toEqual([])
})

test('says what may be left out, and what holds then', () => {
  const field = (kind: RecordKind, path: string) => formOf(kind).find((one) => one.path === path)
  expect(field('report', 'effects[].certainty')).toMatchObject({ type: 'oneOf', isNeeded: false, fallback: 'said' })
  expect(field('rule', 'id')).toMatchObject({ type: 'id', isNeeded: true, fallback: null, isList: false })
  expect(field('change', 'alterations')).toMatchObject({ type: 'fields', isList: true, isNeeded: false })
  expect(field('change', 'alterations[].to')?.words).toContain('conditional')
  expect(field('dossier', 'dimensions[].values[].codes[].scheme')?.words).toContain('eccn')
})
