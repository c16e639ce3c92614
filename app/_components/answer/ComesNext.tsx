import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { type DateText, firstDay } from '@/lib/model'
import {
  type Answer,
  type AnswerGiven,
  dayAsTold,
  lifeOf,
  type Moment,
  type Next,
  turningDayAsTold,
} from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { Otherwise } from './Given'

interface Props {
  reading: Reading
  answer: Answer
  now: AnswerGiven
  question: Record<string, string>
  moment: Moment
}

/** The next day on which the answer is another, and that answer; or that none is known. */
export function ComesNext({ reading, answer, now, question, moment }: Props) {
  const { t, locale } = reading
  const { next } = answer
  if (!next) return answer.disposition === 'untracked' ? null : <p className="next">{t('ask.nextNone')}</p>
  const date = formatDate(nextAsTold(moment, question, next), locale)
  if (next.disposition === 'mixed') return <p className="next">{t('ask.nextMixed', { date })}</p>
  const life = next.change === null ? null : lifeOf(moment, next.change)
  return (
    <div className="next">
      <p>
        {t.rich('ask.next', {
          date,
          how: next.disposition === now.disposition ? 'stays' : 'becomes',
          answer: () => <Disposition value={next.disposition} reading={reading} />,
          by: next.change === null ? 'no' : 'yes',
          change: () => next.change !== null && <ChangeLink reading={reading} change={next.change} />,
          life: life === null ? 'none' : life.stage === 'in_force' ? 'since' : 'on',
          stage: () => life && <StageMark stage={life.stage} reading={reading} inSentence />,
          since: life ? formatDate(life.date, locale) : '',
        })}
      </p>
      <Otherwise reading={reading} said={next} now={now} />
    </div>
  )
}

/** The day of what comes next as it is told: by when a member comes to stand elsewhere, or by the change that brings it. */
function nextAsTold({ compiled, known }: Moment, question: Record<string, string>, next: Next): DateText {
  const times = compiled.dimensions.flatMap(
    ({ dimension, members }) => members.get(question[dimension.id] ?? '')?.in ?? [],
  )
  const ofMember = times.find(({ from }) => from !== undefined && firstDay(from) === next.on)?.from
  if (ofMember !== undefined) return ofMember
  const told = dayAsTold(compiled, next.on, next, known)
  return told === next.on ? turningDayAsTold(compiled, next.on, known) : told
}
