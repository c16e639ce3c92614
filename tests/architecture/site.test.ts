import { expect, test } from 'vitest'
import { program } from '@/lib/program'
import { filesUnder, read } from '../support/tree'

test('what the tracker is called stands in its record, and what the program is called in one place', () => {
  const files = ['app', 'db', 'lib', 'content/messages'].flatMap((folder) =>
    filesUnder(folder, /\.(tsx?|js|css|svg|json)$/),
  )
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((file) => !file.includes('/migrations/') && read(file).includes(program))).toEqual([
    'lib/program.ts',
  ])
})

test('style sheets say start and end, for a page may run from the right', () => {
  const sheets = ['app/_styles', 'app/admin'].flatMap((folder) => filesUnder(folder, /\.css$/))
  expect(sheets.length).toBeGreaterThan(15)
  const sided = /^\s*(?:(?:margin|padding|border)-(?:left|right)|left|right|(?:text-align|float):\s*(?:left|right))\b/
  const found = sheets.flatMap((file) =>
    read(file)
      .split('\n')
      .filter((line) => sided.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
