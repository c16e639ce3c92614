import { expect, test } from 'vitest'
import { filesUnder, read } from '../support/tree'

/** Limits and waits are in these two places: elsewhere a test waits for what is to happen, however long that takes. */
const places = ['tests/support/far.ts', 'tests/support/wait.ts', 'tests/architecture/clocks.test.ts']
const byTheClock = /vi\.waitFor|waitForTimeout|\.setTimeout\(|\{ timeout: ?[\d_]+|\b(?:test|hook)Timeout: ?[\d_]+/

test('no test decides by a clock', () => {
  const files = filesUnder('tests', /^(?!tests\/bench\/).*\.tsx?$/).filter((path) => !places.includes(path))
  expect(files.filter((path) => byTheClock.test(read(path)))).toEqual([])
})
