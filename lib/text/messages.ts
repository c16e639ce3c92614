import { LRUCache } from 'lru-cache'
import { createTranslator } from 'use-intl/core'
import en from '@/content/messages/en.json'
import ja from '@/content/messages/ja.json'
import type { Locale } from '@/lib/model'
import { markTag, type Piece, piecesIn } from './rich'

export type Messages = typeof en

const translatorFor = (locale: Locale, messages: Messages) => createTranslator<Messages>({ locale, messages })

type Said = ReturnType<typeof translatorFor>
type Values = Record<string, unknown>

/**
 * The words of the site in one language; its keys are checked against the English file. A message with tags is told in pieces:
 * `t.pieces(key, values)` takes what use-intl's `t.rich` takes, and app/_components/rich.ts draws them.
 */
export type Translator = Said & { pieces(key: string, values: Values): readonly Piece[] }

const mostKept = 4096

/** A translator that puts the same values into the same message only once: a page says most of its words many times. */
function remembering(translate: Said): Translator {
  const put = translate as (key: string, values?: object) => string
  const mark = translate.markup as (key: string, values: Values) => string
  const plain = new Map<string, string>()
  const filled = new LRUCache<string, string>({ max: mostKept })
  const inPieces = new LRUCache<string, Piece[]>({ max: mostKept })
  const remember = (key: string, values?: object): string => {
    // Of messages without values there are only as many as in the file.
    const kept = values === undefined ? plain : filled
    const whole = values === undefined ? key : `${key} ${JSON.stringify(values)}`
    const found = kept.get(whole)
    if (found !== undefined) return found
    const said = put(key, values)
    kept.set(whole, said)
    return said
  }
  const pieces = (key: string, values: Values): Piece[] => {
    // Functions, which draw the tags, are not part of JSON.
    const whole = `${key} ${JSON.stringify(values)}`
    const found = inPieces.get(whole)
    if (found) return found
    const marking = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (text: string) => markTag(name, text) : value,
    ])
    const told = piecesIn(mark(key, Object.fromEntries(marking)))
    inPieces.set(whole, told)
    return told
  }
  const { rich, markup, raw, has } = translate
  return Object.assign(remember, { rich, markup, raw, has, pieces }) as Translator
}

const translators: Record<Locale, Translator> = {
  en: remembering(translatorFor('en', en)),
  ja: remembering(translatorFor('ja', ja)),
}

/** The words of the site (`content/messages`) in the reader's language, in ICU message syntax. */
export const translator = (locale: Locale): Translator => translators[locale]
