import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type ContentTree, readContent, writeContent } from '@/lib/content'
import { leafOfRecord } from '@/lib/signing/leaf'
import { Threads, withThreads } from '@/lib/threads/threads'
import { contentOf } from '../../support/content'
import { moves, report } from '../../support/dossiers'
import { writeFiles } from '../../support/folders'

const top = mkdtempSync(join(tmpdir(), 'rulewire-threads-'))
afterAll(() => rmSync(top, { recursive: true, force: true }))

const reports = Array.from({ length: 2100 }, (_, n) => ({
  ...report(`r-${String(n).padStart(4, '0')}`, n === 0 ? '2024-05-01' : '2024-05-05', moves('open', 'agreed')),
  headline: `第${n}報`,
}))
const key = { kind: 'report', dossier: 'test', id: 'r-0000' } as const

describe('threads', () => {
  test('do what is done without them, each job for itself', async () => {
    const asked = reports.slice(0, 40).map((record) => [{ key: { ...key, id: record.id }, record }])
    const done = await withThreads((threads) => Promise.all(asked.map((input) => threads.run('hashRecords', input))))
    expect(done).toEqual(asked.map((input) => input.map((one) => leafOfRecord(one.key, one.record))))
  })

  test('reject with what a job throws, and go on', async () => {
    await withThreads(async (threads) => {
      await expect(threads.run('hashRecords', 'no list')).rejects.toThrow(/not a function/)
      expect(await threads.run('hashRecords', [{ key, record: null }])).toEqual([null])
    })
  })

  test('reject for what they have no job for', async () => {
    await withThreads((threads) => expect(threads.run('mow', null)).rejects.toThrow('no job “mow”'))
  })

  test('give up what is not done when they are closed, and take nothing after that', async () => {
    const threads = new Threads(1)
    const given = [1, 2, 3].map(() => threads.run('hashRecords', [{ key, record: null }]))
    const refused = Promise.all(given.map((one) => expect(one).rejects.toThrow('closed')))
    await threads.close()
    await refused
    await expect(threads.run('hashRecords', [])).rejects.toThrow('closed')
  })
})

describe('a folder of many reports', () => {
  const read = async (tree: ContentTree, name: string, over: Record<string, string> = {}) => {
    const dir = join(top, name)
    writeFiles(dir, [...writeContent(tree), ...Object.entries(over)])
    return readContent(dir)
  }

  test('is read on threads as one of few is', async () => {
    const tree = contentOf({ reports })
    const found = await read(tree, 'sound')
    expect(found.ok && found.content.dossiers).toEqual(tree.dossiers)
  })

  test('has its problems told where they stand', async () => {
    const found = await read(contentOf({ reports }), 'unsound', {
      'dossiers/test/reports/r-0100.md': '---\nid: r-0100\nkind: nonsense\n---\n',
      'dossiers/test/reports/r-2000.md': 'no front matter\n',
    })
    const told = found.ok ? [] : found.problems.map(({ file, line, field }) => ({ file, line, field }))
    expect(told).toContainEqual({ file: 'dossiers/test/reports/r-0100.md', line: 3, field: 'kind' })
    expect(told).toContainEqual({ file: 'dossiers/test/reports/r-2000.md', line: 1, field: '' })
  })

  test('has what the whole shows told at its line, and of very many doubts the first and how many there are', async () => {
    const strange = { ...report('r-0007', '2024-05-05', moves('unheard-of', 'agreed')), headline: 'x' }
    const found = await read(contentOf({ reports: reports.with(7, strange) }), 'unknown')
    const told = found.ok ? [] : found.problems
    expect(told.map(({ file, field }) => ({ file, field }))).toEqual([
      { file: 'dossiers/test/reports/r-0007.md', field: 'effects.0.change' },
    ])
    expect(told[0]?.line).toBeGreaterThan(3)

    const sound = await read(contentOf({ reports }), 'sound')
    expect(sound.ok && { told: sound.warnings.length, doubts: sound.doubts }).toEqual({ told: 500, doubts: 2099 })
  })
})
