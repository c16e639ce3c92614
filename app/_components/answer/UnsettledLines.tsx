import { suspensionInWords } from '@/app/_components/over-time/expected-days'
import { Disposition } from '@/app/_components/words/Disposition'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { type Answer, type AnswerGiven, type Moment, sameAnswer, type Unsettled, unsettledChanges } from '@/lib/policy'
import { Otherwise } from './Given'

/** What is not known of an answer so that it is another either way; of a mixed one it is told beside it. */
export const isOpen = ({ unsettled }: Answer, now: AnswerGiven): boolean =>
  now.disposition !== 'mixed' && unsettled.some(({ wouldBe }) => !sameAnswer(wouldBe, now))

interface Props {
  reading: Reading
  answer: Answer
  now: AnswerGiven
  moment: Moment
}

/** Suspended changes of which nobody knows whether they are back: why not, and the answer on both readings. */
export function UnsettledLines({ reading, answer, now, moment }: Props) {
  if (answer.unsettled.length === 0) return null
  return (
    <ul className="unsettled">
      {answer.unsettled.map((unsettled) => (
        <li key={unsettled.change}>
          <p>
            {reading.t.rich('ask.unsettled', {
              change: () => <ChangeLink reading={reading} change={unsettled.change} />,
              was: wasOf(reading, moment, unsettled),
            })}
          </p>
          <Readings reading={reading} unsettled={unsettled} now={now} />
        </li>
      ))}
    </ul>
  )
}

function Readings({ reading, unsettled, now }: { reading: Reading; unsettled: Unsettled; now: AnswerGiven }) {
  const { t } = reading
  const { wouldBe } = unsettled
  if (now.disposition === 'mixed') return <p>{t('ask.unsettledSome')}</p>
  const still = () => <Disposition value={now.disposition} reading={reading} />
  if (sameAnswer(wouldBe, now)) return <p>{t.rich('ask.unsettledSame', { still })}</p>
  return (
    <ul className="readings">
      <li>
        {t.rich('ask.ifAgain', { answer: () => <Disposition value={wouldBe.disposition} reading={reading} /> })}
        <Otherwise reading={reading} said={wouldBe} now={now} />
      </li>
      <li>
        {t.rich('ask.ifNot', { answer: still })}
        <Otherwise reading={reading} said={now} now={now} />
      </li>
    </ul>
  )
}

function wasOf(reading: Reading, moment: Moment, { change: id }: Unsettled): string {
  const overdue = unsettledChanges(moment).find(({ change }) => change.id === id)
  return overdue ? suspensionInWords(reading, overdue) : ''
}
