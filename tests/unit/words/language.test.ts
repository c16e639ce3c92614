import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageFor } from '@/lib/words/language'

test.each([
  ['', 'en'],
  ['ja', 'ja'],
  ['en-GB,en;q=0.9,ja;q=0.8', 'en'],
  ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
  ['en;q=0.4, ja;q=0.5', 'ja'],
  ['i-default, ja;q=0.5', 'ja'],
  ['ja_JP, ja', 'ja'],
  ['ja_JP', 'ja'],
  ['x, ja;q=0.3', 'ja'],
  ['en;q=0, *', 'ja'],
  ['en;q=0', 'ja'],
  ['en;q=0.0, ja;q=0', 'en'],
  ['ja;q=0, *', 'en'],
  ['*', 'en'],
  ['ja;q=0.5, *;q=0.8', 'en'],
  ['de, fr;q=0.5', 'en'],
  ['de, ja;q=0.1', 'ja'],
  ['ja;q=2, en;q=0.1', 'en'],
  [';;q=,,ja', 'ja'],
  ['EN-us', 'en'],
])('“%s” is answered in %s', (accepted, language) => expect(languageFor(accepted)).toBe(language))

test('whatever is sent, there is an answer', () => {
  const piece = fc.constantFrom('en', 'ja', 'ja_JP', 'i-default', '*', ';q=', ';q=0', ';q=0.5', ',', ' ', 'x-', '日本')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (accepted) => {
        expect(['en', 'ja']).toContain(languageFor(accepted))
      },
    ),
  )
})
