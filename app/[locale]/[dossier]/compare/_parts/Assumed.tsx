import { type AskedParameters, unassumed } from '@/app/_components/differences/AssumedNotes'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { type Assumed, assumedInAddress } from '@/lib/api/assumed'
import { mostAssumed } from '@/lib/asking/assumptions'
import { pendingStages, say } from '@/lib/model'
import { changesInMotion, type Moment } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

const mostNamed = 2

/** What is assumed in a few words; '' where nothing is. */
export function assumedInWords({ t, locale, records }: Reading, assumed: readonly Assumed[]): string {
  if (assumed.length === 0) return ''
  const titleOf = (id: string) => {
    const change = records.changes.find((one) => one.id === id)
    return change ? say(change.title, locale).text : id
  }
  const named = assumed.map(({ change, day }) =>
    t('compare.assumingOne', { change: titleOf(change), date: formatDate(day, locale) }),
  )
  const changes =
    named.length > mostNamed ? t('compare.assumingMany', { count: named.length }) : named.join(t('unit.separator'))
  return t('compare.assuming', { changes })
}

interface WhatIfProps {
  reading: Reading
  assumed: readonly Assumed[]
  /** The later side. */
  there: Moment
  parameters: AskedParameters
}

const mostOffered = 30

/** The changes that are pending on the later side, each as something to assume from its day on. */
export function WhatIf({ reading, assumed, there, parameters }: WhatIfProps) {
  const { t, locale } = reading
  const isAssumed = (id: string) => assumed.some(({ change }) => change === id)
  const pending = changesInMotion(unassumed(there)).filter(
    ({ change, life }) =>
      pendingStages.includes(life.stage) && change.change.alterations.length > 0 && !isAssumed(change.id),
  )
  if (pending.length === 0 || assumed.length >= mostAssumed) return null
  return (
    <details className="fold">
      <summary>{t('compare.whatIf')}</summary>
      <ul className="index-list">
        {pending.slice(0, mostOffered).map(({ change: { id } }) => (
          <li key={id}>
            <ChangeLink reading={reading} change={id} />
            {t('unit.colon')}
            <a
              href={withQuery(hrefTo(reading, 'compare'), {
                ...parameters,
                assume: assumedInAddress([...assumed, { change: id, day: there.on }]).sort(),
              })}
            >
              {t('compare.whatIfFrom', { date: formatDate(there.on, locale) })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
