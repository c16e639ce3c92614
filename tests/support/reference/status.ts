import { type Day, firstDay, lastDay, type Member } from '@/lib/model'
import { smaller } from './counted'
import { type KnownRecords, referenceLife } from './life'

interface Span {
  from?: string | null | undefined
  until?: string | null | undefined
}

export const appliesOn = ({ from, until }: Span, on: Day): boolean =>
  (!from || firstDay(from) <= on) && (!until || on <= lastDay(until))

/** Of several that apply the one that begins last, those without a beginning before all others; of equals the later in the list. */
function lastBegun<Of extends Span>(spans: readonly Of[]): Of | undefined {
  const begins = ({ from }: Span) => (from ? firstDay(from) : '')
  return spans.toSorted((a, b) => smaller(begins(a), begins(b))).at(-1)
}

/** The value in which a member stands on a day. */
export const valueOfMember = (member: Member, on: Day): string | null =>
  lastBegun(member.in.filter((span) => appliesOn(span, on)))?.value ?? null

/** The change and the alteration that govern a rule on a day, whether or not they let it speak. */
export function governing(known: KnownRecords, rule: string, on: Day) {
  return known.records.changes
    .flatMap(({ id, alterations }) => {
      const { inForceOn } = referenceLife(known, id, on)
      const alteration = lastBegun(alterations.filter((one) => one.rule === rule && appliesOn(one, on)))
      return inForceOn !== null && alteration ? [{ change: id, inForceOn, alteration }] : []
    })
    .toSorted((a, b) => smaller(a.inForceOn, b.inForceOn) || smaller(a.change, b.change))
    .at(-1)
}

/** What a rule says on a day, since when and by which change; null where it does not speak. */
export function referenceStatus(known: KnownRecords, rule: string, on: Day) {
  const found = governing(known, rule, on)
  if (!found || found.alteration.to === 'none') return null
  const { from, to: disposition, conditions } = found.alteration
  const since = from !== null && firstDay(from) > found.inForceOn ? firstDay(from) : found.inForceOn
  return { disposition, conditions, since, change: found.change }
}
