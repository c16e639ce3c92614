import { howSure, silentIn } from '@/app/_components/answer/grounds-of-answer'
import { VerdictBox } from '@/app/_components/answer/Verdict'
import { EmbedHead } from '@/app/_components/page/EmbedHead'
import { Question } from '@/app/_components/words/Question'
import { Words } from '@/app/_components/words/Words'
import { answeredQuestion, askedQuestion } from '@/app/_reader/asked-question'
import { hrefTo, withQuery } from '@/app/_reader/reading'
import { withoutNotes } from '@/app/_reader/without-notes'
import { embedMetadata, embedPage } from '@/app/[locale]/_frame/document'
import { pages } from '@/lib/addresses/pages'
import { knownOf, onOf } from '@/lib/asking/read'
import { changesConcerning, mostCases, outlookOf } from '@/lib/policy'

export const generateMetadata = embedMetadata(pages.ask, (reading) => {
  const { question, title, day } = askedQuestion(reading)
  const parameters = { ...question, on: onOf(reading, 'on') ?? day, known: knownOf(reading, 'known') }
  return { title, description: title, query: withQuery('', parameters) }
})

/** The answer to one question, with what belongs to it. */
export default embedPage(pages.ask, async (asking) => {
  const { question, day } = askedQuestion(asking)
  const { on, known, moment, cases, answer } = answeredQuestion(asking, question, day)
  const reading = known === undefined ? asking : withoutNotes(asking)
  const { locale, t, dossier, today } = reading
  const asked = { on: on === today ? undefined : on, known }
  return (
    <>
      <EmbedHead
        href={withQuery(hrefTo(reading, 'ask'), { ...question, ...asked })}
        label={<Words text={dossier.title} locale={locale} />}
      >
        <Question dossier={dossier} question={question} locale={locale} />
      </EmbedHead>
      {answer ? (
        <VerdictBox
          {...{ reading, question, answer, moment, asked }}
          silent={silentIn(moment, answer)}
          outlook={outlookOf(moment, question)}
          concerning={changesConcerning(moment, question)}
          sure={howSure(reading, answer, moment)}
        />
      ) : (
        <p className="notice">{t('ask.tooWide', { count: cases, most: mostCases })}</p>
      )}
    </>
  )
})
