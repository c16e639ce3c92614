import { type Answers, answered, type BeginningStep, dimensionPlaces } from './answers'

const blanks = /\{([^{}]*)\}/g
const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/**
 * The answers with the blanks of the sentence and the names of dimensions brought together: what was last typed counts. A blank that
 * is no dimension gives its name to one that the sentence does not have; a dimension that got another name has it in the sentence too.
 */
export function agreeing(answers: Answers, step: BeginningStep): Answers {
  if (step !== 'asked' && step !== 'dimensions') return answers
  const sentence = answers.question ?? ''
  const inSentence = [...new Set([...sentence.matchAll(blanks)].map(([, name = '']) => name.trim()))].filter(Boolean)
  const places = dimensionPlaces.map((place) => ({ place, name: answered(answers, `dimension.${place}.name`) }))
  const strange = inSentence.filter((name) => !places.some((one) => plain(one.name) === plain(name)))
  const left = places.filter(({ name }) => !inSentence.some((one) => plain(one) === plain(name)))
  const free = step === 'asked' ? left : left.filter(({ name }) => name !== '')
  const pairs = free.slice(0, strange.length).map(({ place, name }, at) => ({ place, name, blank: strange[at] ?? '' }))
  if (step === 'asked')
    return { ...answers, ...Object.fromEntries(pairs.map(({ place, blank }) => [`dimension.${place}.name`, blank])) }
  const question = sentence.replace(blanks, (whole, name: string) => {
    const pair = pairs.find(({ blank }) => blank === name.trim())
    return pair ? `{${pair.name}}` : whole
  })
  return sentence === '' ? answers : { ...answers, question }
}
