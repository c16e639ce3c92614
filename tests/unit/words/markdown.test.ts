import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksToHtml } from '@/lib/events/blocks'
import { markdownHtml } from '@/lib/words/markdown'

test.each([
  ['これは**「重要」**です。', 'これは<strong>「重要」</strong>です。'],
  ['**装備（武器）**を移転', '<strong>装備（武器）</strong>を移転'],
  ['**防衛装備移転三原則。**次に', '<strong>防衛装備移転三原則。</strong>次に'],
  ['閣議で*「決定」*した', '閣議で<em>「決定」</em>した'],
  ['**“五类型”**已经取消', '<strong>“五类型”</strong>已经取消'],
  ['これは**重要**です', 'これは<strong>重要</strong>です'],
  ['It is **“key”** here', 'It is <strong>“key”</strong> here'],
  ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
])('emphasis needs no spaces where the language has none: %s', (source, html) => {
  expect(markdownHtml(source)).toBe(`<p>${html}</p>`)
})

test('what stands in Japanese brackets can be emphasised wherever it stands', () => {
  const words = fc.stringMatching(/^[一-龠ぁ-んァ-ヶ]{1,6}$/)
  const brackets = fc.constantFrom('「」', '（）', '『』', '【】')
  fc.assert(
    fc.property(words, words, words, brackets, (before, within, after, [open, close]) => {
      expect(markdownHtml(`${before}**${open}${within}${close}**${after}`)).toBe(
        `<p>${before}<strong>${open}${within}${close}</strong>${after}</p>`,
      )
    }),
  )
})

test('a feed has no image either, and no HTML of whoever wrote the text', () => {
  const text =
    'See ![a chart](https://elsewhere.example/c.png) <img src="https://elsewhere.example/p.gif"> **「図」**の'
  const html = blocksToHtml([{ kind: 'summary', text, language: 'en' }], 'en')
  expect(html).not.toContain('<img')
  expect(html).toContain('<a href="https://elsewhere.example/c.png">a chart</a>')
  expect(html).toContain('<strong>「図」</strong>の')
})
