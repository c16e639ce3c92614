import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { type DateText, type Day, daysBetween } from '@/lib/model'
import type { Coming } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Reading
  /** In order of time. */
  coming: readonly Coming[]
  most: number
}

/** The next dates of a dossier, one line each: when, in how many days, and what. What falls on one date by one change stands together. */
export function NextDates({ reading, coming, most }: Props) {
  const { locale, today } = reading
  return (
    <ul className="next-dates">
      {together(coming)
        .slice(0, most)
        .map(([first, ...more]) => (
          <li key={`${first.shown} ${first.change.id} ${first.kind}`}>
            <time dateTime={first.shown}>{formatDate(first.shown, locale)}</time>{' '}
            <span className="soft">{untilThen(reading, first.shown, first.on, today)}</span>{' '}
            <Line reading={reading} coming={first} more={more.length} />
          </li>
        ))}
    </ul>
  )
}

function together(coming: readonly Coming[]): [Coming, ...Coming[]][] {
  const groups = new Map<string, [Coming, ...Coming[]]>()
  for (const one of coming) {
    const key = `${one.shown} ${one.change.id} ${one.kind}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** “in 4 days”; of a month or a year nothing that is finer than it. */
const untilThen = ({ t }: Reading, shown: DateText, on: Day, today: Day): string =>
  shown.length === 10 ? t('calendar.inDays', { days: daysBetween(today, on) }) : ''

function Line({ reading, coming, more }: { reading: Reading; coming: Coming; more: number }) {
  const { t } = reading
  if (coming.kind === 'step')
    return (
      <>
        <ChangeLink reading={reading} change={coming.change.change} />{' '}
        <StageMark stage={coming.step.stage} reading={reading} />
      </>
    )
  const to = coming.kind === 'would' ? coming.alteration.to : (coming.status?.disposition ?? 'none')
  return (
    <>
      {t.rich('calendar.nextLine', {
        rule: () => <RuleLink reading={reading} rule={coming.rule.rule} />,
        disposition: () => <Disposition value={to} reading={reading} />,
        would: coming.kind === 'would' ? 'yes' : 'no',
        more,
      })}
    </>
  )
}
