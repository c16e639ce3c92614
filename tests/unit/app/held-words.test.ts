import { expect, test } from 'vitest'
import { heldInWords } from '@/app/admin/_home/held-words'
import { linesOf } from '@/db/commands/errors'
import { deskWordsIn } from '@/lib/words/desk-messages'

const key = { kind: 'report', dossier: 'lamps', id: 'a-report' } as const
const refusal = {
  ok: false,
  problems: [
    { kind: 'report', id: 'a-report', path: ['effects', 0, 'change'], message: 'names an unknown change “x”' },
  ],
  conflicts: [{ key, base: 1, current: 2, yours: null, theirs: null }],
  stale: [{ id: '1', key, asked: 1, version: 2 }],
  withheld: [
    { id: '1', key },
    { id: '2', key, embargo: '2026-11-29T00:00:00Z' },
  ],
  gone: ['d-1'],
} as const

const lines = linesOf({
  ...refusal,
  problems: refusal.problems.map((problem) => ({ ...problem, path: [...problem.path] })),
  conflicts: [...refusal.conflicts],
  stale: [...refusal.stale],
  withheld: [...refusal.withheld],
  gone: [...refusal.gone],
})

test('why a publication was held is told in Japanese, line by line', () => {
  const said = heldInWords(deskWordsIn('ja'), 'ja', lines.join('\n')).split('\n')
  expect(said).toEqual([
    '報道「a-report」：影響1：変更 「x」という変更はありません',
    '報道「a-report」：その間に別の人が公開しました',
    '報道「a-report」：その間に保存し直されました。もう一度確認してください',
    '報道「a-report」：先に二人目の承認が必要です',
    '報道「a-report」：2026-11-29T00:00:00Zまで解禁前です',
    '下書き「d-1」：その間に公開または破棄されました',
  ])
})

test('and in English, with the field as its form calls it', () => {
  expect(heldInWords(deskWordsIn('en'), 'en', lines.join('\n')).split('\n')).toEqual(
    lines.map((line) => line.replace('effects.0.change', 'Effect 1: change')),
  )
  expect(heldInWords(deskWordsIn('ja'), 'ja', 'Edition 7')).toBe('第7版')
})
