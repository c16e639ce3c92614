import { ChangeLink } from '@/app/_components/words/RecordLink'
import { type Reading, withQuery } from '@/app/_reader/reading'
import { type Assumed, assumedInAddress } from '@/lib/api/assumed'
import { lifeOf, type Moment, momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'

/** What an address asks for, as it says it. */
export type AskedParameters = Record<string, string | readonly string[] | undefined>

interface Props {
  reading: Reading
  assumed: readonly Assumed[]
  /** What is told under the assumptions. */
  there: Moment
  /** The page, and what its address asks for. */
  path: string
  parameters: AskedParameters
  /** Whether it is of the later side of a comparison. */
  compared?: boolean
}

/** A moment without what it assumes. */
export const unassumed = ({ compiled, on, known }: Moment): Moment =>
  momentAt(compiled, { on, known: known ?? undefined })

/** What is taken to be so, marked as that, and how to take each back. */
export function AssumedNotes({ reading, assumed, there, path, parameters, compared = false }: Props) {
  const { t, locale } = reading
  return assumed.map(({ change, day }) => (
    <p key={change} className="notice">
      {t.rich(compared ? 'compare.assumed' : 'whatIf.assumed', {
        change: () => <ChangeLink reading={reading} change={change} />,
        date: formatDate(day, locale),
        stage: stageWord(reading, lifeOf(unassumed(there), change)?.stage ?? 'floated').text,
      })}{' '}
      <a
        href={withQuery(path, {
          ...parameters,
          assume: assumedInAddress(assumed.filter((one) => one.change !== change)),
        })}
      >
        {t('compare.unassume')}
      </a>
    </p>
  ))
}
