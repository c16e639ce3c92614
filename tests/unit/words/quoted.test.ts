import { expect, test } from 'vitest'
import { quotedInside } from '@/lib/words/quoted'

test.each([
  ['a “without right” defence', 'a ‘without right’ defence'],
  ['shall not promote "arms" exports', 'shall not promote ‘arms’ exports'],
  ['Japan’s “members’ view” of it', 'Japan’s ‘members’ view’ of it'],
  ['“he said ‘no’ at once”', '‘he said “no” at once’'],
  ["it's the ministers' own", "it's the ministers' own"],
  ['「武器」の輸出', '『武器』の輸出'],
  ['「二重の『閣議』決定」', '『二重の「閣議」決定』'],
  ['6" of steel', '6" of steel'],
])('what a quote quotes has the marks of the second level: %s', (text, marked) => {
  expect(quotedInside(text)).toBe(marked)
})
