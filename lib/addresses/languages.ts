import { english, japanese } from './names'

interface Writing {
  /** As `Intl` is asked for dates and lists. */
  region: string
  /** What stands between two sentences. */
  space: '' | ' '
  /** What stands between words that are searched for. */
  wordSpace: string
  /** What stands before a day, and before a month or a year, where something happens then. */
  before: { day: string; span: string }
  /** What stands around a month or a year to mean its last day. */
  end: { before: string; behind: string }
  /** What makes a noun stand for all of its kind. */
  any: string
  quotes: readonly [string, string]
  separator: string
}

const known: Record<string, Writing> = {
  [english]: {
    region: 'en-GB',
    space: ' ',
    wordSpace: ', ',
    before: { day: 'on ', span: 'in ' },
    end: { before: 'end of ', behind: '' },
    any: 'any ',
    quotes: ['“', '”'],
    separator: ', ',
  },
  [japanese]: {
    region: 'ja-JP',
    space: '',
    wordSpace: '\u3000',
    before: { day: '', span: '' },
    end: { before: '', behind: '末' },
    any: 'どの',
    quotes: ['「', '」'],
    separator: '、',
  },
}

/** How a language is written of which only its messages are known: as most are, and as `Intl` knows it. */
const usual = (language: string): Writing => ({
  region: language,
  space: ' ',
  wordSpace: ', ',
  before: { day: '', span: '' },
  end: { before: '', behind: '' },
  any: '',
  quotes: ['“', '”'],
  separator: ', ',
})

/** How a language of the site is written, where that is no message. */
export function writingOf(language: string): Writing {
  const found = known[language] ?? usual(language)
  known[language] = found
  return found
}
