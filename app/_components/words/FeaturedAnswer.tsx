import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { shownAnswer } from '@/app/_reader/shown-answer'
import { answerTo, type Moment, turningDayAsTold } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { AnswerWord } from './Disposition'
import { Question } from './Question'

interface Props {
  reading: Reading
  question: Record<string, string>
  moment: Moment
}

/** A question of a dossier with its answer in a line: yes, no or only on conditions, since when, and what comes next. */
export function FeaturedAnswer({ reading, question, moment }: Props) {
  const { t, locale, compiled, dossier } = reading
  const answer = answerTo(moment, question)
  const { value, since } = shownAnswer(moment, question, answer)
  const { next } = answer
  return (
    <>
      <a
        href={withQuery(hrefTo(reading, 'ask'), {
          ...question,
          on: moment.on === reading.today ? undefined : moment.on,
        })}
      >
        <Question dossier={dossier} question={question} locale={locale} />
      </a>
      <br />
      {t.rich('ask.answer', {
        when: 'none',
        since: since === null ? 'none' : formatDate(since, locale),
        answer: () => <AnswerWord value={value} reading={reading} />,
      })}
      {next && next.disposition !== 'mixed' && next.disposition !== answer.disposition && (
        <span className="soft">
          {' '}
          {t.rich('ask.nextShort', {
            date: formatDate(turningDayAsTold(compiled, next.on, moment.known), locale),
            answer: () => <AnswerWord value={next.disposition} reading={reading} />,
          })}
        </span>
      )}
    </>
  )
}
