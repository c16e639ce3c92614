import { type DeskMessages, type DeskWords, englishFaults } from './desk-messages'

/*
 * What is wrong with a record or a form is told in English where it is found: in files, the API and on the command line it stays so.
 * The desk knows each of these sentences by its English text, as gettext does, and says it in its own language: the messages under
 * `fault` are the codes, what stands in their `{names}` the values.
 */

type Code = keyof DeskMessages['fault']

interface KnownFault {
  code: Code
  names: string[]
  pattern: RegExp
  /** How much of it is fixed. */
  fixed: number
}

const argument = /\{(\w+)\}/

const known: KnownFault[] = Object.entries(englishFaults)
  .map(([code, text]) => {
    const parts = text.split(argument)
    const fixed = parts.filter((_, at) => at % 2 === 0).map(plain)
    const pattern = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('([\\s\\S]*?)')
    return {
      code: code as Code,
      names: parts.filter((_, at) => at % 2 === 1),
      pattern: new RegExp(`^${pattern}$`),
      fixed: fixed.join('').length,
    }
  })
  // The sentence that says most by itself comes first.
  .sort((a, b) => b.fixed - a.fixed)

/** A text of ICU syntax without its quotes. */
function plain(text: string): string {
  return text.replace(/'([{}<>])'/g, '$1').replaceAll("''", "'")
}

/** Which fault an English sentence tells, and with which values; null for one that is no message of the desk. */
export function readFault(message: string): { code: Code; values: Record<string, string> } | null {
  for (const { code, names, pattern } of known) {
    const found = pattern.exec(message)
    if (found) return { code, values: Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ''])) }
  }
  return null
}

/** A fault in the language of the desk; as it was told where there is no message for it. One may tell why by another (`{why}`). */
export function faultInWords(t: DeskWords, message: string): string {
  const fault = readFault(message)
  if (!fault) return message
  const { code, values } = fault
  const said = values.why === undefined ? values : { ...values, why: faultInWords(t, values.why) }
  return (t as (key: string, values: object) => string)(`fault.${code}`, said)
}

/** As `faultInWords`, of what is wrong with the fields of a form, by their names. */
export const faultsInWords = (t: DeskWords, errors: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(errors).map(([name, faults]) => [name, faults.map((one) => faultInWords(t, one))]))
