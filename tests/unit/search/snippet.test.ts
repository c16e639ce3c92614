import { describe, expect, test } from 'vitest'
import { partsOf } from '@/lib/search/query'
import { type Marked, markedWhole, snippetsOf } from '@/lib/search/snippet'

const en = (text: string) => ({ text, language: 'en' })
const ja = (text: string) => ({ text, language: 'ja' })

/** A snippet with its hits in brackets. */
const shown = ({ pieces }: Marked) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const marked = (words: string, text: string) => shown(markedWhole(en(text), partsOf(words)))

describe('hits are marked where they are written', () => {
  test.each([
    ['export', 'Exports of arms, exporting', '[Exports] of arms, [exporting]'],
    ['"lethal arms"', 'Lethal  arms. Arms.', '[Lethal  arms]. Arms.'],
    ['ﾃｽﾄ', 'Ｘテストとﾃｽﾄ', 'Ｘ[テスト]と[ﾃｽﾄ]'],
    ['ﾊﾟﾄﾘｵｯﾄ', 'ﾊﾟﾄﾘｵｯﾄとパトリオット', '[ﾊﾟﾄﾘｵｯﾄ]と[パトリオット]'],
    ['fight', 'ﬁght it', '[ﬁght] it'],
    ['政策', '防衛政策の政策', '防衛[政策]の[政策]'],
    ['armed arms', 'arms', '[arms]'],
    ['PAC3', 'PAC-3, PAC 3 and PAC-35', '[PAC-3], [PAC 3] and PAC-35'],
    ['ＰＡＣ－３', 'ＰＡＣ３を、PAC‑3 MSE', '[ＰＡＣ３]を、[PAC‑3] MSE'],
    ['F-2', 'F2, F 2, a 2-day half', '[F2], [F 2], a 2-day half'],
    ['noncomb', 'Non-combat purposes', '[Non-combat] purposes'],
    ['%', '50% & <b>', '50[%] & <b>'],
    ['wea\u200bpons', 'wea\u200bpons', '[wea\u200bpons]'],
    ['none', 'nothing here', 'nothing here'],
    ['国防会議', '𠮷田が國防會議で', '𠮷田が[國防會議]で'],
    ['吉田', '会議で𠮷田が述べた', '会議で[𠮷田]が述べた'],
    ['みさいる', 'ミサイルとみさいる', '[ミサイル]と[みさいる]'],
    ['1〜3', '1～3月', '[1～3]月'],
  ])('%j in %j', (words, text, expected) => expect(marked(words, text)).toBe(expected))

  test('and taken together the pieces are the text', () => {
    const text = '  Ｆｕｌｌ\u0000 ｗｉｄｔｈ\n👩‍🚀 İstanbul ﾊﾟ e\u0301 '
    for (const words of ['full width', '👩‍🚀', 'istanbul', 'パ', 'é', 'l'])
      expect(
        markedWhole(en(text), partsOf(words))
          .pieces.map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })
})

describe('a snippet', () => {
  const filler = 'One word after another fills the room before it and behind it, sentence by sentence. '

  test('is cut around the hits, between words', () => {
    const text = `${filler.repeat(5)}Komeito was wary of the plan. ${filler.repeat(5)}`
    const [snippet] = snippetsOf([en('A title')], [en(text)], partsOf('Komeito wary'), 'en')
    expect(snippet && shown(snippet)).toMatch(/^…\w.*\[Komeito\] was \[wary\] of the plan.*\w…$/)
    expect(snippet && shown(snippet).length).toBeLessThan(220)
  })

  test('of Japanese is cut by its words', () => {
    const text = `${'政府は与党に方針を説明した。'.repeat(12)}公明党は慎重である。${'政府は与党に方針を説明した。'.repeat(12)}`
    const [snippet] = snippetsOf([ja('題')], [ja(text)], partsOf('公明'), 'ja')
    expect(snippet?.language).toBe('ja')
    expect(snippet && shown(snippet)).toMatch(/^….+\[公明\]党は慎重である。.+…$/)
    expect(snippet && [...shown(snippet)].length).toBeLessThan(110)
  })

  test('keeps the last hit of a text that ends soon after it', () => {
    const [snippet] = snippetsOf(
      [en('A')],
      [en(`${filler.repeat(3)}Some of Komeito are wary of it.`)],
      partsOf('komeito wary'),
      'en',
    )
    expect(snippet && shown(snippet)).toMatch(/\[Komeito\] are \[wary\] of it\.$/)
  })

  test('comes from the field that holds most of what the title lacks; a second one for the rest', () => {
    const fields = [en('Nothing of it.'), en('A treaty on arms'), ja('公明党は慎重')]
    const snippets = snippetsOf([en('Exports')], fields, partsOf('exports treaty 公明'), 'en')
    expect(snippets.map(shown)).toEqual(['Nothing of it.', 'A [treaty] on arms', '[公明]党は慎重'])
    expect(snippets[2]?.language).toBe('ja')
  })

  test('is in the language of the reader where the record has such text, and brings the hit of another language with it', () => {
    const note = '政府は与党に、武器の輸出を認める方針を説明し、公明党はこれに慎重な姿勢を示したという。'
    const summary = 'The government told ruling parties that arms exports would be allowed; Komeito was wary of it.'
    const parts = partsOf('輸出')
    const both = partsOf('"arms exports"')
    const told = (fields: { text: string; language: string }[], of: typeof parts, language: string) =>
      snippetsOf([en('T')], fields, of, language).map((snippet) => [snippet.language, shown(snippet).includes('[')])
    expect(told([en(summary), ja(note)], [...parts, ...both], 'ja')).toEqual([
      ['ja', true],
      ['en', true],
    ])
    expect(told([en(summary), ja(note)], both, 'ja')).toEqual([
      ['ja', false],
      ['en', true],
    ])
    expect(told([en(summary), ja(note)], parts, 'ja')).toEqual([['ja', true]])
    expect(told([en(summary), ja(note)], both, 'en')).toEqual([['en', true]])
    expect(told([en(summary), ja(note)], parts, 'en')).toEqual([
      ['en', false],
      ['ja', true],
    ])
    const short = [en('Arms exports, not parts, to any country.'), ja('輸出は部品を含まない。')]
    expect(told(short, [...parts, ...both], 'ja')).toEqual([
      ['ja', true],
      ['en', true],
    ])
    expect(told(short, parts, 'ja')).toEqual([['ja', true]])
    expect(told([en('Guidelines'), ja('武器の輸出')], parts, 'ja')).toEqual([['ja', true]])
    expect(told([en(summary)], both, 'ja')).toEqual([['en', true]])
  })

  test('is the beginning of the text when the title says all, and nothing when there is none', () => {
    expect(snippetsOf([en('Exports')], [en('Its text.')], partsOf('export'), 'en').map(shown)).toEqual(['Its text.'])
    expect(snippetsOf([en('Exports')], [], partsOf('export'), 'en')).toEqual([])
  })
})
