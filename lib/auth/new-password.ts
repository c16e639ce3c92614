import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Characters that are judged: guessing at the pattern of a longer text takes far longer, and its beginning must hold anyway. */
const judged = 40
/** Of 0 to 4: from 3 on a password stands against guessing at a stolen, slow hash (zxcvbn). */
const soundScore = 3

let factory: Promise<ZxcvbnFactory> | undefined

/** The lists of common passwords, names and words are several megabytes: they are read when they are first asked. */
async function estimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
}

/**
 * Why a password may not be chosen, as a sentence without its subject; null when it may. `words` are those that someone who
 * knows the account would try: its name, the site's name.
 */
export async function newPasswordProblem(password: string, words: readonly string[]): Promise<string | null> {
  factory ??= estimator()
  const { score } = (await factory).check(password.slice(0, judged), [...words])
  return score >= soundScore
    ? null
    : 'is too easy to guess: it is a common password, or made of a name, a word, a date or a row of keys. A few random words do well.'
}
