import { describe, expect, test } from 'vitest'
import type { Dossier } from '@/lib/model'
import { fillQuestion } from '@/lib/words/sentence'
import { emptyDossier } from '../../support/dossiers'

const { dossier } = emptyDossier()
const asking =
  (over: Partial<Dossier>) =>
  (question: Record<string, string>, locale: 'en' | 'ja' = 'en') =>
    fillQuestion({ ...dossier, ...over }, question, locale)
      .map(({ text }) => text)
      .join('')

describe('a question with a clause in brackets', () => {
  const ask = asking({
    question: { en: 'May {thing} go[ to {place}]?', ja: '{thing}を[{place}へ]移転できるか。' },
    asks: { en: 'What may go where?', ja: '何をどこへ移転できるか。' },
  })

  test('says the clause where its blank is filled', () => {
    expect(ask({ thing: 'radar', place: 'near' })).toMatch(/^May radar go to near\?$/i)
    expect(ask({ thing: 'radar', place: 'near' }, 'ja')).toMatch(/^radarをnearへ移転できるか。$/i)
  })

  test('leaves it out where the blank is open, and says any of another blank that is', () => {
    expect(ask({ thing: 'radar' })).toMatch(/^May radar go\?$/i)
    expect(ask({ place: 'near' })).toMatch(/^May any thing go to near\?$/i)
    expect(ask({ thing: 'radar' }, 'ja')).toMatch(/^radarを移転できるか。$/i)
  })

  test('is asked as a whole where nothing is chosen, or nothing that there is', () => {
    expect(ask({})).toBe('What may go where?')
    expect(ask({ thing: 'none' }, 'ja')).toBe('何をどこへ移転できるか。')
  })
})

test('brackets without a blank stay words, and a lone bracket does no harm', () => {
  expect(asking({ question: 'May {thing} [ever] go?' })({ thing: 'radar' })).toMatch(/^May radar ever go\?$/i)
  expect(asking({ question: 'May {thing} [go?' })({ thing: 'radar' })).toMatch(/^May radar \[go\?$/i)
})

test('without words of its own a dossier asks by its dimensions', () => {
  expect(asking({})({ thing: 'radar' })).toMatch(/^radar, any place\?$/i)
})
