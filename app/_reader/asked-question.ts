import { cache } from 'react'
import type { Reading } from '@/app/_reader/reading'
import type { eachDimension, NamesOf } from '@/lib/addresses/address'
import type { pages } from '@/lib/addresses/pages'
import { isAskable } from '@/lib/asking/days'
import { knownOf, onOf, shortTextOf, valuesOf } from '@/lib/asking/read'
import { dayIn } from '@/lib/asking/typed-date'
import type { Day } from '@/lib/model'
import { answerTo, countCases, momentAt, mostCases, standIn } from '@/lib/policy'
import { findTerms } from '@/lib/terms/terms'
import { questionInWords } from '@/lib/words/sentence'

const mostCharacters = 400

/**
 * The question at the values of the address, and in words as `title`. Dimensions that it leaves open are as its news words name
 * them, the first value of each.
 */
export const askedQuestion = cache((reading: Reading<NamesOf<typeof pages.ask>>) => {
  const words = shortTextOf(reading.query, 'words', mostCharacters)
  const found = words ? findTerms(reading.dossier, words) : []
  const question = valuesOf(reading)
  for (const { dimension, value } of found) question[dimension.id] ??= value.id
  // A day that the words name is asked about, unless the address names one.
  const named = words === undefined ? undefined : dayIn(words)
  const day = named !== undefined && isAskable(named, reading.present) ? named : undefined
  return { question, title: questionInWords(reading.dossier, question, reading.locale), words, found, day }
})

/** Where a question is read: an address that names a day, and by when it was known. */
export type AskedReading = Reading<'on' | 'known' | typeof eachDimension>

/** When a question is asked (`day`: as its words say, where the address does not), the cases it stands for, and its answer; null for too many cases to be answered at once. */
export const answeredQuestion = cache((reading: AskedReading, question: Record<string, string>, day?: Day) => {
  const { compiled, today } = reading
  const on = onOf(reading, 'on') ?? day ?? today
  const known = knownOf(reading, 'known')
  const moment = momentAt(compiled, { on, known })
  const values = standIn(compiled, question, on)
  const cases = values ? countCases(compiled, values) : 1
  return { on, known, moment, values, cases, answer: cases > mostCases ? null : answerTo(moment, question) }
})
