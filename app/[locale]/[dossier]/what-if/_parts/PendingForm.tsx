import { DateField, Pins } from '@/app/_components/page/FormFields'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { type Assumed, assumedInAddress } from '@/lib/api/assumed'
import { mostAssumed } from '@/lib/asking/assumptions'
import { pendingStages } from '@/lib/model'
import { changesInMotion, momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Reading
  assumed: readonly Assumed[]
  /** The day that the form proposes. */
  day: string
  ticked?: readonly string[]
}

/** The pending changes that alter a rule, each to tick, and the day from which what is ticked is taken to be in force: a plain GET form. */
export function PendingForm({ reading, assumed, day, ticked = [] }: Props) {
  const { t, locale, compiled, today } = reading
  const taken = new Set(assumed.map(({ change }) => change))
  const pending = changesInMotion(momentAt(compiled, { on: today })).filter(
    ({ change, life }) =>
      pendingStages.includes(life.stage) && change.change.alterations.length > 0 && !taken.has(change.id),
  )
  if (pending.length === 0 || assumed.length >= mostAssumed)
    return assumed.length === 0 ? <p>{t('whatIf.nothing')}</p> : null
  return (
    <form action={hrefTo(reading, 'what-if')} method="get" className="what-if">
      <Pins reader={reading} />
      {assumedInAddress(assumed).map((one) => (
        <input key={one} type="hidden" name="assume" value={one} />
      ))}
      <fieldset>
        <legend>{t('whatIf.pending')}</legend>
        <ul>
          {pending.slice(0, mostAssumed - assumed.length).map(({ change: { id, change }, life }) => (
            <li key={id}>
              <input type="checkbox" id={`take-${id}`} name="take" value={id} defaultChecked={ticked.includes(id)} />{' '}
              <label htmlFor={`take-${id}`}>
                <ChangeLink reading={reading} change={change} />
              </label>{' '}
              <StageMark stage={life.stage} reading={reading} />{' '}
              <time dateTime={life.date}>{formatDate(life.date, locale)}</time>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="fields">
        <DateField reading={reading} name="day" label={t('whatIf.day')} value={day} />
        <button type="submit">{t('whatIf.show')}</button>
      </div>
    </form>
  )
}
