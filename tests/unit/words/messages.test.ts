import { describe, expect, it } from 'vitest'
import en from '@/content/messages/en.json'
import ja from '@/content/messages/ja.json'
import { argumentsOf, flatten } from './message-parts'

const english = new Map(flatten(en))
const japanese = new Map(flatten(ja))

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each([...english.keys()])('%s takes the same arguments in both languages', (key) => {
    expect(argumentsOf(japanese.get(key) ?? '')).toEqual(argumentsOf(english.get(key) ?? ''))
  })

  it('never fix “on” before a date that may be a month or a year', () => {
    const days =
      /^(site|matrix|ask\.(answer|answerKnown)|compare|whatIf\.(onDay|matrix))\b|\.(stateOfPlayOn|silent|notYet|stages|noStage)$/
    const fixed = [...english].filter(([key, text]) => /\bon \{date\}/i.test(text) && !days.test(key))
    expect(fixed.map(([key]) => key)).toEqual([])
  })

  it('are not left untranslated', () => {
    const same = [...english].filter(([key, text]) => japanese.get(key) === text).map(([key]) => key)
    expect(same.filter((key) => !['site.name', 'attribution.by', 'timeline.from_stage'].includes(key))).toEqual([])
  })

  it('are punctuated as Japanese is, and call a page by one word', () => {
    const halfWide = [...japanese].filter(([, text]) => /[ぁ-んァ-ヶ一-龠）」][:;,] /.test(text) || text.includes('頁'))
    expect(halfWide.map(([key]) => key)).toEqual([])
  })
})
