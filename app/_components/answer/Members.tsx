import { Spoken } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { type DateText, type Day, firstDay, lastDay, type Member } from '@/lib/model'
import { valueHeld } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import { nameOfValue, nameOfValueInSentence } from '@/lib/words/names'

/** In which value each member of a question stands on the day, and since when. */
export function Members({ reading, question, on }: { reading: Reading; question: Record<string, string>; on: Day }) {
  const { t, locale, dossier } = reading
  const asked = dossier.dimensions.flatMap((dimension) => {
    const member = dimension.members?.find(({ id }) => id === question[dimension.id])
    return member ? [{ dimension, member, value: valueHeld(member, on) }] : []
  })
  return asked.map(({ dimension, member, value }) => {
    const parts = {
      member: () => <Spoken said={nameOfValueInSentence(dimension, member.id, locale)} locale={locale} />,
    }
    const since = value === null ? undefined : sinceWhen(member, value, on)
    return (
      <p key={member.id} className="label">
        {value === null
          ? t.rich('ask.memberNowhere', { ...parts, on: formatOn(on, locale) })
          : t.rich('ask.memberStands', {
              ...parts,
              value: () => <Spoken said={nameOfValue(dimension, value, locale)} locale={locale} />,
              since: since === undefined ? 'none' : formatDate(since, locale),
            })}
      </p>
    )
  })
}

/** From when a member stands in the value that it stands in on a day; undefined: from the first. */
function sinceWhen(member: Member, value: string, on: Day): DateText | undefined {
  const holding = member.in.filter(
    (time) =>
      time.value === value &&
      (time.from === undefined || firstDay(time.from) <= on) &&
      (time.until === undefined || on <= lastDay(time.until)),
  )
  return holding
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(-1)
}
