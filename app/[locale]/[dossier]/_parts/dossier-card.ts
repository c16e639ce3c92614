import { featuredOf } from '@/app/_reader/featured'
import type { Reading } from '@/app/_reader/reading'
import { shownAnswer } from '@/app/_reader/shown-answer'
import { framed, pictured } from '@/app/[locale]/_frame/picture-parts'
import { say } from '@/lib/model'
import type { Card } from '@/lib/pictures/card'
import { answerTo, momentAt } from '@/lib/policy'
import { answerWord } from '@/lib/words/own-words'
import { questionInWords } from '@/lib/words/sentence'

/** What a dossier is about: its own summary, else its question. */
export const aboutDossier = ({ dossier, locale }: Reading): string =>
  dossier.summary ? say(dossier.summary, locale).text : questionInWords(dossier, {}, locale)

/** A dossier as a picture: its name, and the first of the questions that it puts first with the answer of the day. */
export function dossierCard(reading: Reading): Card {
  const { dossier, locale, t, compiled, today } = reading
  const card = {
    ...framed(reading),
    belongsTo: undefined,
    kicker: t('dossier.kicker'),
    heading: say(dossier.title, locale).text,
  }
  const [first] = featuredOf(reading)
  if (!first) return { ...card, note: aboutDossier(reading) }
  const moment = momentAt(compiled, { on: today })
  const { value, since } = shownAnswer(moment, first, answerTo(moment, first))
  const word = answerWord(reading, value).text
  return { ...card, asks: questionInWords(dossier, first, locale), state: pictured(reading, value, { word, since }) }
}
