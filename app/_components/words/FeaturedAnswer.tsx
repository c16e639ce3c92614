import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { answerShared, answerTo, dayAsTold, type Moment, sharedDecision, turningDayAsTold } from '@/lib/policy'
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
  const decisions = answer.cases.map(({ decision }) => decision)
  const shared = sharedDecision(decisions)
  const isUnknown =
    answer.disposition !== 'mixed' &&
    answer.unsettled.some(({ wouldBe }) => wouldBe.disposition !== answerShared(decisions).disposition)
  const since =
    !isUnknown && shared.since && shared.rule ? dayAsTold(compiled, shared.since, shared, moment.known) : null
  const { next } = answer
  return (
    <>
      <a href={withQuery(hrefTo(reading, 'ask'), question)}>
        <Question dossier={dossier} question={question} locale={locale} />
      </a>
      <br />
      {t.rich('ask.answer', {
        when: 'none',
        since: since === null ? 'none' : formatDate(since, locale),
        answer: () => <AnswerWord value={isUnknown ? 'unknown' : answer.disposition} reading={reading} />,
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
