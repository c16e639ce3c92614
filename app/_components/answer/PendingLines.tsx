import { Terms } from '@/app/_components/differences/MovedTable'
import { Directions } from '@/app/_components/words/Direction'
import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { writingOf } from '@/lib/addresses/languages'
import {
  type Answer,
  type countDirections,
  type DifferingClass,
  directionOf,
  type Prospect,
  sameAnswer,
} from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Reading
  answer: Answer
  outlook: readonly Prospect[] | 'tooWide'
}

/** What is to become of the answer, and what would with each of the changes that are pending on it. */
export function PendingLines({ reading, answer, outlook }: Props) {
  if (outlook === 'tooWide') return <p className="notice">{reading.t('ask.tooWide')}</p>
  if (outlook.length === 0) return null
  return (
    <ul className="pending">
      {outlook.map((prospect) => (
        <li key={`${prospect.kind} ${prospect.change} ${prospect.from}`}>
          <Line reading={reading} answer={answer} prospect={prospect} />
        </li>
      ))}
    </ul>
  )
}

/** “Would be X from D, not Y, if “change”, proposed on …, is adopted; Z from E.”, for all cases or for so many of them. */
function Line({ reading, answer, prospect }: { reading: Reading; answer: Answer; prospect: Prospect }) {
  const { locale, t } = reading
  const { kind, change: id, stage, since, from, moved, later } = prospect
  const [first] = moved
  const alike = first !== undefined && moved.every((one) => isAlike(one, first))
  const count = moved.reduce((sum, { cases }) => sum + cases, 0)
  const all = answer.cases.length
  const parts = {
    change: () => <ChangeLink reading={reading} change={id} />,
    stage: () => <StageMark stage={stage} reading={reading} inSentence />,
    date: formatDate(since, locale),
    from: from ? formatDate(from, locale) : 'none',
    force: stage === 'in_force' ? 'yes' : 'no',
    part: count < all ? 'yes' : 'no',
    count,
    all,
  }
  if (!alike)
    return (
      <>
        {t.rich(`ask.${kind}Mixed`, parts)} <Directions reading={reading} directions={directionsOf(moved)} brief />
      </>
    )
  const { before, after } = first
  return (
    <>
      {t.rich(`ask.${kind}`, {
        ...parts,
        how: before.disposition === after.disposition ? 'stays' : from ? 'instead' : 'becomes',
        answer: () => <Disposition value={after.disposition} reading={reading} />,
        otherwise: () => <Disposition value={before.disposition} reading={reading} />,
        more: later.length > 0 ? 'yes' : 'no',
        afterwards: () =>
          later.map((step, at) => (
            <span key={step.from}>
              {at > 0 && t('rule.comma')}
              {t.rich('ask.then', {
                from: formatDate(step.from, locale),
                same: (later[at - 1] ?? first).after.disposition === step.after.disposition ? 'yes' : 'no',
                answer: () => <Disposition value={step.after.disposition} reading={reading} />,
              })}
            </span>
          )),
      })}
      {after.conditions.length > 0 && writingOf(locale).space}
      <Terms reading={reading} said={after} />
    </>
  )
}

const isAlike = (a: DifferingClass, b: DifferingClass): boolean =>
  sameAnswer(a.after, b.after) && a.before.disposition === b.before.disposition

/** How many cases move which way. */
function directionsOf(moved: readonly DifferingClass[]): ReturnType<typeof countDirections> {
  const counts: ReturnType<typeof countDirections> = {}
  for (const { before, after, cases } of moved) {
    const direction = directionOf(before, after)
    counts[direction] = (counts[direction] ?? 0) + cases
  }
  return counts
}
