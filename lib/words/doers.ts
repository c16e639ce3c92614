import type { DeskWords } from './desk-messages'

/** The name under which the first start signs its own work. */
export const founder = 'rulewire'
/** The name under which is done what somebody does on the command line without a name of theirs. */
export const commandLine = 'command-line'

/** Who did something at the desk: a person by name (`names`, by their ids), the program in words. */
export function doerInWords(t: DeskWords, names: ReadonlyMap<string, string>, by: string): string {
  if (by === founder) return t('editions.byProgram')
  if (by === commandLine) return t('editions.byCommand')
  return names.get(by) ?? by
}
