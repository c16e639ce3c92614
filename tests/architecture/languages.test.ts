import { expect, test } from 'vitest'
import { languages } from '@/lib/addresses/names'
import { filesUnder, read } from '../support/tree'

/** Where languages are data, and where the words of each are read. */
const allowed = ['lib/addresses/names.js', 'lib/words/message-files.ts']
const any = languages.join('|')
const named = new RegExp(
  `(['"\`])(?:${any})\\1|["'\`]/(?:${any})\\b|\\blang="(?:${any})"|\\{ (?:${any}): |, (?:${any}): `,
)

test('no code names a language of the site: they are data of the table of addresses', () => {
  const files = ['app', 'db', 'lib'].flatMap((folder) => filesUnder(folder, /\.(?:tsx?|js)$/))
  const code = [...files, 'server.ts', 'proxy.ts', 'next.config.js', 'instrumentation.ts']
  const naming = code
    .filter((file) => !allowed.includes(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && named.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(naming).toEqual([])
})
