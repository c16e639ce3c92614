import { rowsOfQuestion } from '@/app/_components/answer/CaseHistory'
import { choicesOf } from '@/app/_components/answer/choices-of'
import { Strip } from '@/app/_components/answer/Strip'
import { AnswerSentence } from '@/app/_components/answer/Verdict'
import { type AskedReading, answeredQuestion } from '@/app/_reader/asked-question'
import { shownAnswer } from '@/app/_reader/shown-answer'
import { drawingOf, wordsOf } from '@/app/[locale]/_frame/markup'
import { framed, pictured } from '@/app/[locale]/_frame/picture-parts'
import { writingOf } from '@/lib/addresses/languages'
import { valuesOf } from '@/lib/asking/read'
import { type Card, stripWidth } from '@/lib/pictures/card'
import { type Answer, mostCases } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { dimensionInSentence, valueName } from '@/lib/words/names'
import { answerWord } from '@/lib/words/own-words'
import { questionInWords } from '@/lib/words/sentence'

/** The answer in the sentences that its page leads with; of one that depends, on what it does. */
export function answerInWords(reading: AskedReading, question: Record<string, string>): string {
  const { answer, moment, cases } = answeredQuestion(reading, question)
  if (!answer) return reading.t('ask.tooWide', { count: cases, most: mostCases })
  const { space } = writingOf(reading.locale)
  const said = wordsOf(<AnswerSentence {...{ reading, question, answer, moment }} />, space)
  const parts = answer.disposition === 'mixed' ? partsInWords(reading, question, answer) : null
  return capitalised(parts ? [said, parts].join(space) : said)
}

/** Which values of a dimension have which answer: “By recipient: No (...); Yes (...).” */
function partsInWords(reading: AskedReading, question: Record<string, string>, answer: Answer): string | null {
  const { t, locale, compiled } = reading
  const found = choicesOf(compiled, question, answer)
  if (!found) return null
  const parts = found.groups.map(({ disposition, values }) =>
    t('preview.part', {
      answer: answerWord(reading, disposition).text.replace(/[.。]$/u, ''),
      values: values
        .slice(0, mostNamed)
        .map((value) => valueName(value, locale).text)
        .concat(values.length > mostNamed ? t('unit.more', { count: values.length - mostNamed }) : [])
        .join(t('unit.separator')),
    }),
  )
  const dimension = dimensionInSentence(found.dimension, locale).text
  return t('preview.parts', { dimension, parts: parts.join(t('preview.between')) })
}

/** So many values are named of one answer. */
const mostNamed = 6

/** As a sentence begins; pages leave that to their style sheet. */
const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** A question and its answer in short, as its picture leads with them. */
export function headOfQuestion(
  reading: AskedReading,
  question: Record<string, string>,
): Pick<Card, 'heading' | 'state'> {
  const { answer, moment } = answeredQuestion(reading, question)
  const heading = questionInWords(reading.dossier, question, reading.locale)
  if (!answer) return { heading }
  const { value, since } = shownAnswer(moment, question, answer)
  return { heading, state: pictured(reading, value, { word: answerWord(reading, value).text, since }) }
}

/** A question as a picture: in words, its answer and since when, and the strip of what was answered over time. */
export function askCard(reading: AskedReading): Card {
  const { t, locale } = reading
  const question = valuesOf(reading)
  const { on, known, moment, answer } = answeredQuestion(reading, question)
  const { foot, ...frame } = framed(reading, on)
  const asOf = known
    ? t('preview.asOfKnown', { date: formatDate(on, locale), known: formatDate(known, locale) })
    : foot[0]
  const rows = (answer && rowsOfQuestion({ reading, question, moment, answer })) ?? []
  return {
    ...frame,
    ...headOfQuestion(reading, question),
    kicker: t('ask.title'),
    strip: drawingOf(
      <Strip reading={reading} stretches={rows} asked={on} until={known ?? reading.today} what={t('ask.history')} />,
      stripWidth,
    ),
    note: answerInWords(reading, question),
    foot: [asOf, foot[1]],
  }
}
