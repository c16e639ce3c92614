import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import { applyDossierForm, dossierShape } from '@/lib/forms/dossier'
import { fitsShape } from '@/lib/forms/record-shapes'
import { readIntent } from '@/lib/forms/report'
import { readName } from '@/lib/forms/shape'
import { asSent, formFields } from '@/lib/forms/shown'
import { asRows, pathInRows } from '@/lib/forms/value-rows'
import { type IdMention, parseRecord } from '@/lib/model'
import { anyDossier } from '../../support/dossiers'

const read = await readContent('content')
if (!read.ok) throw new Error('The content cannot be read.')
const dossiers = read.content.dossiers.map(({ dossier }) => dossier)

/** What a browser sends back of a form that nobody touched. */
const untouched = (data: unknown): [string, string][] => {
  const shape = dossierShape(data)
  return formFields(shape, asRows(data)).map(({ name, shown }) => {
    const kind = readName(shape, name)?.kind
    if (!kind) throw new Error(`the form shows ${name}, which it does not know`)
    return [name, asSent(kind, shown).replaceAll('\n', '\r\n')]
  })
}

const none = () => []
const saved = (
  data: unknown,
  fields: [string, string][] = untouched(data),
  intent = 'save',
  namedBy: (what: IdMention) => string[] = none,
) => applyDossierForm(data, fields, readIntent(intent, dossierShape(data)), namedBy)
const done = (...given: Parameters<typeof saved>) => {
  const result = saved(...given)
  if (!result.ok) throw new Error(result.message)
  return result.data
}
const refusalOf = (...given: Parameters<typeof saved>) => {
  const result = saved(...given)
  return result.ok ? null : result.message
}

describe('a dossier that is opened and saved untouched', () => {
  test('stays as it was: every shipped one', () => {
    expect(dossiers.length).toBeGreaterThanOrEqual(3)
    for (const dossier of dossiers) {
      expect(fitsShape(dossierShape(dossier), asRows(dossier)), dossier.id).toBe(true)
      expect(JSON.stringify(done(dossier))).toBe(JSON.stringify(dossier))
    }
  })

  test('stays as it was: any', () => {
    fc.assert(
      fc.property(anyDossier, ({ dossier }) => {
        expect(JSON.stringify(done(dossier))).toBe(JSON.stringify(dossier))
      }),
      { numRuns: 200 },
    )
  })

  test('stays as it was, in whatever state its draft is', () => {
    const field = fc.constantFrom(
      ...['id', 'title', 'dimensions', 'values', 'groups', 'members', 'in', 'terms', 'parent', 'question', 'scope'],
      ...['untracked', 'featured', 'words', 'stages', 'matrix', 'fixed', 'en', 'ja', 'codes', 'name', 'review'],
    )
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ' ', 'a', 'b', 'a\r\nb'))
    const { data } = fc.letrec((tie) => ({
      data: fc.dictionary(field, tie('value'), { maxKeys: 6 }),
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.constant(null),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('data'),
      ),
    }))
    fc.assert(
      fc.property(data, (draft) => {
        expect(JSON.stringify(done(draft))).toBe(JSON.stringify(draft))
      }),
      { numRuns: 500 },
    )
  })
})

const small = {
  id: 'd',
  title: 'D',
  timeZone: 'UTC',
  dimensions: [
    {
      id: 'thing',
      values: [
        {
          id: 'weapon',
          name: { en: 'Weapons' },
          note: 'kept',
          values: [
            { id: 'gun', values: [] },
            { id: 'bomb', values: [] },
          ],
        },
        { id: 'tool', values: [] },
      ],
      groups: [{ id: 'loud', values: ['gun', 'tool'] }],
      members: [{ id: 'm16', in: [{ value: 'gun', from: '2020' }] }],
    },
  ],
  matrix: { rows: 'thing', columns: 'thing', fixed: {} },
  featured: [{ thing: 'gun' }],
  untracked: [{ scope: { thing: ['tool'] } }],
}
const touch = (data: unknown, name: string, text: string): [string, string][] => [
  ...untouched(data).filter(([own]) => own !== name),
  [name, text],
]
const treeOf = (data: unknown): unknown => {
  const outline = (values: { id: string; values?: unknown }[]): unknown =>
    values.map(({ id, values: inside }) => (Array.isArray(inside) && inside.length > 0 ? [id, outline(inside)] : id))
  return outline((data as typeof small).dimensions[0]?.values ?? [])
}

describe('a tree of values', () => {
  test('is shown as rows, parents first, each with the parent that it has', () => {
    const rows = (asRows(small) as unknown as { dimensions: { values: object[] }[] }).dimensions[0]?.values
    expect(rows).toMatchObject([
      { id: 'weapon' },
      { id: 'gun', parent: 'weapon' },
      { id: 'bomb', parent: 'weapon' },
      { id: 'tool' },
    ])
    expect(pathInRows(small, ['dimensions', 0, 'values', 0, 'values', 1, 'id'])).toEqual([
      'dimensions',
      0,
      'values',
      2,
      'id',
    ])
  })

  test('lets a value stand under another, with all that is inside it, and at the top again', () => {
    const moved = done(small, touch(small, 'dimensions.0.values.0.parent', 'tool'))
    expect(treeOf(moved)).toEqual([['tool', [['weapon', ['gun', 'bomb']]]]])
    expect(moved).toMatchObject({ dimensions: [{ values: [{ id: 'tool', values: [{ note: 'kept' }] }] }] })
    expect(treeOf(done(moved, touch(moved, 'dimensions.0.values.1.parent', '')))).toEqual([
      'tool',
      ['weapon', ['gun', 'bomb']],
    ])
  })

  test('lets nothing stand inside itself, or under what is not there', () => {
    expect(refusalOf(small, touch(small, 'dimensions.0.values.0.parent', 'gun'))).toContain('cannot stand under itself')
    expect(refusalOf(small, touch(small, 'dimensions.0.values.3.parent', 'nobody'))).toContain(
      'no value of its dimension',
    )
  })

  test('lets a value change places with its neighbours, and gets one more at its end', () => {
    expect(treeOf(done(small, [], 'down:dimensions.0.values.1'))).toEqual([['weapon', ['bomb', 'gun']], 'tool'])
    expect(treeOf(done(small, [], 'up:dimensions.0.values.3'))).toEqual(['tool', ['weapon', ['gun', 'bomb']]])
    expect(treeOf(done(small, [], 'up:dimensions.0.values.0'))).toEqual(treeOf(small))
    const more = done(small, [], 'add:dimensions.0.values')
    const named = done(more, [
      ...touch(more, 'dimensions.0.values.4.id', 'rope'),
      ['dimensions.0.values.4.parent', 'tool'],
    ])
    expect(treeOf(named)).toEqual([
      ['weapon', ['gun', 'bomb']],
      ['tool', ['rope']],
    ])
    expect(parseRecord('dossier', { ...named, matrix: undefined }).ok).toBe(true)
  })

  test('carries another id to whatever the dossier itself names by it', () => {
    const renamed = done(small, touch(small, 'dimensions.0.values.1.id', 'rifle'))
    expect(renamed).toMatchObject({
      dimensions: [{ groups: [{ values: ['rifle', 'tool'] }], members: [{ in: [{ value: 'rifle', from: '2020' }] }] }],
      featured: [{ thing: 'rifle' }],
    })
    const dimension = done(small, touch(small, 'dimensions.0.id', 'object'))
    expect(dimension).toMatchObject({
      matrix: { rows: 'object' },
      featured: [{ object: 'gun' }],
      untracked: [{ scope: { object: ['tool'] } }],
    })
    expect(JSON.stringify(done(small, touch(small, 'dimensions.0.values.1.id', '')))).toBe(JSON.stringify(small))
  })

  test('does not lose a value that something names, or that has others inside it', () => {
    expect(refusalOf(small, [], 'remove:dimensions.0.values.0')).toContain('has values inside it')
    const named = ({ kind, id, dimension }: IdMention) =>
      kind === 'value' && id === 'bomb' && dimension === 'thing' ? ['rule “Bombs”'] : []
    expect(refusalOf(small, [], 'remove:dimensions.0.values.2', named)).toContain('“bomb” is named by rule “Bombs”')
    expect(treeOf(done(small, [], 'remove:dimensions.0.values.2'))).toEqual([['weapon', ['gun']], 'tool'])
    const whole = ({ kind }: IdMention) => (kind === 'dimension' ? ['rule “All”'] : [])
    expect(refusalOf(small, [], 'remove:dimensions.0', whole)).toContain('“thing” is named by rule “All”')
  })
})

test('words of the news are kept one to a line, and an emptied language falls away', () => {
  const typed = done(small, touch(small, 'dimensions.0.values.0.terms.en', ' lethal arms \r\n\r\ndeadly weapons'))
  expect(typed).toMatchObject({ dimensions: [{ values: [{ terms: { en: ['lethal arms', 'deadly weapons'] } }, {}] }] })
  const emptied = done(typed, touch(typed, 'dimensions.0.values.0.terms.en', ''))
  expect(JSON.stringify(emptied)).toBe(JSON.stringify(small))
})

test('a list that is longer than a form can hold keeps the dossier in its file form', () => {
  const members = Array.from({ length: 101 }, (_, at) => ({ id: `m${at}`, in: [{ value: 'gun' }] }))
  const large = { ...small, dimensions: [{ ...small.dimensions[0], members }] }
  expect(fitsShape(dossierShape(large), asRows(large))).toBe(false)
  expect(fitsShape(dossierShape(small), asRows(small))).toBe(true)
})
