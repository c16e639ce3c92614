import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkMessages } from '@/lib/content/messages'
import { withFallback } from '@/lib/words/message-files'
import { writeFiles } from '../../support/folders'

const folder = mkdtempSync(join(tmpdir(), 'rulewire-messages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file of messages that leaves something out is doubtful, one with what nothing shows is wrong', async () => {
  writeFiles(
    folder,
    new Map([
      ['de.json', JSON.stringify({ site: { skip: 'Zur Navigation', nothing: 'x' }, home: 'y' })],
      ['fr.json', '{'],
      ['desk/de.json', JSON.stringify({ frame: { tab: 7 } })],
    ]),
  )
  const { problems, warnings } = await checkMessages(folder)
  expect(problems).toEqual([
    { file: 'messages/de.json', line: 1, field: 'site.nothing', message: 'is a text that nothing shows' },
    { file: 'messages/de.json', line: 1, field: 'home', message: 'must be a group of texts' },
    { file: 'messages/fr.json', line: 1, field: '', message: 'must be a group of texts in JSON' },
    { file: 'messages/desk/de.json', line: 1, field: 'frame.tab', message: 'must be a text' },
  ])
  expect(warnings.map(({ file }) => file)).toEqual(['messages/de.json', 'messages/desk/de.json'])
  expect(warnings[0]?.message).toMatch(
    /^has no text for site\.navigation, .* and \d+ more: those of the first language stand there$/,
  )
})

test('the messages that come with the program leave nothing out', async () => {
  expect(await checkMessages('content/messages')).toEqual({ problems: [], warnings: [] })
})

test('the texts of the first language stand where another has none', () => {
  const first = { a: 'A', b: { c: 'C', d: 'D' } }
  expect(withFallback(first, { b: { c: 'Z' } })).toEqual({ a: 'A', b: { c: 'Z', d: 'D' } })
  expect(withFallback(first, { a: { x: 'y' }, b: 'z' })).toEqual(first)
  expect(withFallback(first, null)).toEqual(first)
})
