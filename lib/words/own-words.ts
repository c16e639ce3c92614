import type { AlterationTarget, Disposition, Dossier, Locale, Said, Stage } from '@/lib/model'
import { say } from '@/lib/model'
import { translator } from './messages'

/**
 * Everything an answer can show as: a disposition, `mixed` for a group of cases, `none` for a rule that stops speaking, `unknown`
 * where nobody knows whether what is suspended is back.
 */
export type ShownDisposition = Disposition | AlterationTarget | 'mixed' | 'unknown'

/** In whose words, and in which language: a dossier may have its own (`words` of its record), the site has words for all. */
export interface InWordsOf {
  locale: Locale
  dossier?: Pick<Dossier, 'words'> | undefined
}

const wordingOf = ({ dossier }: InWordsOf, value: ShownDisposition) =>
  value === 'mixed' || value === 'unknown' || value === 'none' ? undefined : dossier?.words?.[value]

/** A disposition as a label: “Licence required”, else “Required”. */
export function dispositionWord(of: InWordsOf, value: ShownDisposition): Said {
  const own = wordingOf(of, value)?.label
  return own ? say(own, of.locale) : { text: translator(of.locale)(`disposition.${value}`), language: of.locale }
}

/** A disposition as the answer to a question, without the stop that ends it: “Yes”, “No”, “Only on conditions”. */
export function answerWord(of: InWordsOf, value: ShownDisposition): Said {
  const own = wordingOf(of, value)?.answer
  return own
    ? withoutStop(say(own, of.locale))
    : { text: translator(of.locale)(`answerWord.${value}`), language: of.locale }
}

/** A stage of a change: “Before the committee”, else “Proposed”. */
export function stageWord({ locale, dossier }: InWordsOf, stage: Stage): Said {
  const own = dossier?.words?.stages?.[stage]
  return own ? say(own, locale) : { text: translator(locale)(`stage.${stage}`), language: locale }
}

const withoutStop = ({ text, language }: Said): Said => ({ text: text.replace(/[.。]$/u, ''), language })
