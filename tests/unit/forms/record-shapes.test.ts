import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import { type FormKind, fitsShape, recordShape } from '@/lib/forms/record-shapes'
import { applyForm, readIntent } from '@/lib/forms/report'
import { formFields } from '@/lib/forms/shown'
import { parseRecord } from '@/lib/model'

const read = await readContent('content')
if (!read.ok) throw new Error('The content cannot be read.')
const { site, sources, dossiers } = read.content
const [first] = dossiers
if (!first) throw new Error('There is no dossier.')

const applied = (kind: FormKind, data: unknown, fields: [string, string][], intent = 'save') => {
  const shape = recordShape(kind, kind === 'source' ? null : first.dossier)
  const result = applyForm(shape, data, fields, readIntent(intent, shape))
  if (!result.ok) throw new Error(result.message)
  return result.data
}

describe('the forms of rules, changes, actors and publishers', () => {
  test('change nothing of any record of the content that is opened and saved', () => {
    const all: [FormKind, (typeof dossiers)[number]['dossier'] | null, readonly object[]][] = [
      ['source', null, sources],
      ['site', null, site ? [site] : []],
      ...dossiers.flatMap(({ dossier, rules, changes, actors }): typeof all => [
        ['rule', dossier, rules],
        ['change', dossier, changes],
        ['actor', dossier, actors],
      ]),
    ]
    let count = 0
    for (const [kind, dossier, records] of all)
      for (const record of records) {
        const shape = recordShape(kind, dossier)
        if (!fitsShape(shape, record)) continue
        count++
        const fields = formFields(shape, record).map(({ name, shown }): [string, string] => [
          name,
          // Boxes come back in the order of their tree.
          /^(scope|concerns)\.|^overrides$/.test(name) ? shown.split('\n').sort().join(' ') : shown,
        ])
        const result = applyForm(shape, record, fields, { verb: 'save' })
        expect(result.ok && result.data).toEqual(record)
      }
    expect(count).toBeGreaterThan(400)
  })

  test('put into the site what is typed, in its order, and take its licence out with its last field', () => {
    let data = applied('site', site, [
      ['name.ja', '規則'],
      ['dossiers', 'us-chip-export-controls\neu-ai-act'],
      ['accent', ' #003366 '],
      ['licence.name.en', 'CC BY 4.0'],
      ['licence.spdx', 'CC-BY-4.0'],
      ['pages.imprint.en', 'Who.\r\n\r\nWhere.'],
    ])
    expect(parseRecord('site', data)).toMatchObject({
      ok: true,
      record: {
        name: { en: 'Rulewire', ja: '規則' },
        dossiers: ['us-chip-export-controls', 'eu-ai-act'],
        accent: '#003366',
        licence: { name: { en: 'CC BY 4.0' }, spdx: 'CC-BY-4.0' },
        pages: { imprint: { en: 'Who.\n\nWhere.' } },
      },
    })
    data = applied('site', data, [
      ['dossiers', 'eu-ai-act\nus-chip-export-controls'],
      ['accent', '#ffcc00'],
      ['licence.name.en', ''],
      ['licence.spdx', ''],
    ])
    expect(data).toMatchObject({ dossiers: ['eu-ai-act', 'us-chip-export-controls'] })
    expect(data).not.toHaveProperty('licence')
    const parsed = parseRecord('site', data)
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { path: ['accent'], message: expect.stringMatching(/^has a contrast of 1\.\d to 1 with the paper/) },
    ])
  })

  test('make a sound change and a sound rule of what is typed and ticked', () => {
    const [rule] = first.rules
    let change = applied('change', { id: 'new-one', title: { en: 'New' } }, [], 'add:alterations')
    change = applied(
      'change',
      change,
      [
        ['title.en', 'A new change'],
        ['alterations.0.rule', rule?.id ?? ''],
        ['alterations.0.to', 'conditional'],
        ['alterations.0.from', '2 August 2027'],
      ],
      'add:alterations.0.conditions',
    )
    change = applied('change', change, [['alterations.0.conditions.0.en', 'Under control']])
    expect(parseRecord('change', change)).toMatchObject({
      ok: true,
      record: { alterations: [{ to: 'conditional', from: '2027-08-02', conditions: [{ en: 'Under control' }] }] },
    })
    const [dimension] = first.dossier.dimensions
    const [value] = dimension?.values ?? []
    const made = applied('rule', { id: 'new-rule', title: { en: 'A rule' } }, [
      [`scope.${dimension?.id}`, ` ${value?.id}`],
      ['kind', 'norm'],
    ])
    expect(parseRecord('rule', made)).toMatchObject({
      ok: true,
      record: { scope: { [dimension?.id ?? '']: [value?.id] } },
    })
    expect(applied('rule', made, [[`scope.${dimension?.id}`, '']]).scope).toBeUndefined()
  })

  test('an emptied condition stays an item, to be filled or taken out, and one that is taken out is gone', () => {
    const change = {
      id: 'c',
      title: 'C',
      alterations: [{ rule: 'r', to: 'permitted', conditions: ['One', { en: 'Two' }] }],
    }
    const emptied = applied('change', change, [['alterations.0.conditions.0.en', '']])
    expect(emptied).toMatchObject({ alterations: [{ conditions: ['', { en: 'Two' }] }] })
    const removed = applied('change', change, [], 'remove:alterations.0.conditions.0')
    expect(removed).toMatchObject({ alterations: [{ conditions: [{ en: 'Two' }] }] })
    expect((removed as typeof change).alterations[0]?.conditions).toHaveLength(1)
  })
})
