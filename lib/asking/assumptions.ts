import { isDay, pendingStages } from '@/lib/model'
import { lifeOf, type Moment } from '@/lib/policy'
import type { AskedAddress } from './query'
import { askable, recordId, textsOf } from './read'
import { BadParameter } from './refusal'

/** So many changes may be assumed at once. */
export const mostAssumed = 20

const parameter = 'assume'

/**
 * What an address takes to be so (model, section 2, what if), by change id: each change is pending at the moment that is asked about.
 * Throws `BadParameter`.
 */
export function assumptionsOf(asked: AskedAddress<typeof parameter>, moment: Moment): ReadonlyMap<string, string> {
  const given = textsOf(asked.query, parameter)
  if (given.length > mostAssumed)
    throw new BadParameter(parameter, String(given.length), { code: 'tooManyAssumed', most: mostAssumed })
  const assumed = new Map<string, string>()
  for (const text of given) {
    const at = text.lastIndexOf('@')
    if (at < 0) throw new BadParameter(parameter, text, { code: 'badAssumption' })
    const day = text.slice(at + 1)
    const id = recordId(text.slice(0, at), moment.compiled.changes, { parameter, kind: 'change', behind: `@${day}` })
    if (!isDay(day)) throw new BadParameter(parameter, day, { code: 'badDay' })
    if (assumed.has(id)) throw new BadParameter(parameter, id, { code: 'assumedTwice' })
    const stage = lifeOf(moment, id)?.stage ?? null
    if (stage === null || !pendingStages.includes(stage))
      throw new BadParameter(parameter, id, { code: 'notPending', stage })
    assumed.set(id, askable(day, asked, parameter))
  }
  return new Map([...assumed].sort(([a], [b]) => (a < b ? -1 : 1)))
}
