import { LRUCache } from 'lru-cache'
import { createTranslator } from 'use-intl/core'
import { type Locale, locales } from '@/lib/model'
import { type Messages, messagesIn } from './message-files'

export type { Messages } from './message-files'

const translatorFor = (locale: Locale, messages: Messages) => createTranslator<Messages>({ locale, messages })

/** The words of the site in one language; its keys are checked against the English file. */
export type Translator = ReturnType<typeof translatorFor>

const mostKept = 4096

/** A translator that puts the same values into the same message only once: a page says most of its words many times. */
function remembering(translate: Translator): Translator {
  const put = translate as (key: string, values?: object) => string
  const plain = new Map<string, string>()
  const filled = new LRUCache<string, string>({ max: mostKept })
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
  const { rich, markup, raw, has } = translate
  return Object.assign(remember, { rich, markup, raw, has }) as Translator
}

const translators = new Map(locales.map((locale) => [locale, remembering(translatorFor(locale, messagesIn(locale)))]))

/** The words of the site (`content/messages`) in the reader's language, in ICU message syntax. */
export function translator(locale: Locale): Translator {
  const found = translators.get(locale)
  if (!found) throw new Error(`The site has no words in ${locale}.`)
  return found
}
