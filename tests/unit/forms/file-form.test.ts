import { describe, expect, test } from 'vitest'
import { readRecordText, recordText } from '@/lib/forms/file-form'

const refusal = (text: string): string => {
  const read = readRecordText(text, {}, { kind: 'rule', id: 'r' })
  return read.ok ? '' : read.message
}

describe('a record in its file form', () => {
  test('keeps its id and the kind of each value', () => {
    expect(
      readRecordText(
        'id: other\ntitle: "2014"\nfrom: 2014-01\nofficial: true\nuntil: null\n',
        {},
        { kind: 'rule', id: 'r' },
      ),
    ).toEqual({
      ok: true,
      data: { id: 'r', title: '2014', from: '2014-01', official: true, until: null },
    })
  })

  test('one object that stands twice is written out twice', () => {
    const scope = { equipment: ['warship'] }
    expect(recordText({ a: scope, b: scope })).not.toMatch(/[&*]/)
  })

  test('anchors and aliases are refused with their line, before they grow', () => {
    const nine = 'a: &a [x, x, x, x, x, x, x, x, x]\n'
    const growing = 'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}]\n`)
    expect(refusal(`title: t\n${nine}${growing.join('')}`)).toMatch(/^line 2 has an anchor \(&a\)/)
    expect(refusal('title: t\nnote: *nowhere\n')).toMatch(/^line 2 .*(alias|nowhere)/)
    expect(refusal('a: &a {x: y}\nb:\n  <<: *a\n')).toMatch(/^line 1 has an anchor/)
  })

  test('very many keys are read as quickly as they are written, and one that comes twice is named with its line', () => {
    const keys = Array.from({ length: 15_000 }, (_, at) => `k${at}: 1\n`).join('')
    expect(refusal(keys)).toBe('')
    expect(refusal(`${keys}k7: 2\n`)).toBe('line 15001 is not valid YAML: Map keys must be unique')
    expect(refusal('a: {b: {c: 1, c: 2}}\n')).toMatch(/unique/)
  })

  test('a text past the bound of its kind is refused before it is read', () => {
    expect(refusal(`note: ${'x'.repeat(300_000)}\n`)).toMatch(/has 300007 bytes, and a rule may have 262144/)
  })

  test('what is no record is said plainly', () => {
    expect(refusal('- a\n- b\n')).toMatch(/must be one record/)
    expect(refusal('title: [\n')).toMatch(/^line \d+ is not valid YAML/)
  })
})
