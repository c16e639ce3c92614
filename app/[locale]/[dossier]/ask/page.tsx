import { CaseHistory, StepThrough } from '@/app/_components/answer/CaseHistory'
import { howSure, silentIn } from '@/app/_components/answer/grounds-of-answer'
import { ChangeNote, type Silent, SilentSections } from '@/app/_components/answer/SilentRules'
import { isOpen } from '@/app/_components/answer/UnsettledLines'
import { VerdictBox } from '@/app/_components/answer/Verdict'
import { Citation, CitationLinks } from '@/app/_components/page/Citation'
import { EmbedThis } from '@/app/_components/page/EmbedThis'
import { Head } from '@/app/_components/page/Head'
import { KnownByMonth } from '@/app/_components/page/KnownByMonth'
import { Narrower } from '@/app/_components/page/Narrower'
import { Section } from '@/app/_components/page/Section'
import { EvidenceList, mostListed } from '@/app/_components/reports/Evidence'
import { Question } from '@/app/_components/words/Question'
import { Words } from '@/app/_components/words/Words'
import { mostTold } from '@/app/_reader/answer-history'
import { answeredQuestion, askedQuestion } from '@/app/_reader/asked-question'
import { citedAnswer } from '@/app/_reader/cited'
import { hrefTo, pinsOf, type Reading, withQuery } from '@/app/_reader/reading'
import { withoutNotes } from '@/app/_reader/without-notes'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { feedOf } from '@/app/[locale]/_frame/head-tags'
import { altOf } from '@/app/[locale]/_frame/picture-parts'
import type { NamesOf } from '@/lib/addresses/address'
import { pages } from '@/lib/addresses/pages'
import { knownOf, onOf } from '@/lib/asking/read'
import { say } from '@/lib/model'
import {
  type Answer,
  answerShared,
  type CaseClass,
  changesConcerning,
  classesOf,
  countSources,
  evidenceFor,
  loadOf,
  type Moment,
  mostCases,
  outlookOf,
  type Prospect,
  reportsOnce,
  restsOn,
  sharedDecision,
  verdictOf,
} from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { answerInWords, headOfQuestion } from './_parts/AskCard'
import { AskForm } from './_parts/AskForm'
import { Because } from './_parts/Because'
import { Breakdown } from './_parts/Breakdown'
import { HangsOn } from './_parts/HangsOn'
import { Meanings } from './_parts/Meanings'
import { NewsWords } from './_parts/NewsWords'
import { TakeAway } from './_parts/TakeAway'

export const generateMetadata = dossierMetadata(pages.ask, (reading) => {
  const { question, title, day } = askedQuestion(reading)
  const known = knownOf(reading, 'known')
  const parameters = { ...question, on: onOf(reading, 'on') ?? day, known }
  return {
    title,
    description: answerInWords(reading, question),
    picture: { at: 'beside', alt: altOf(reading, headOfQuestion(reading, question)) },
    query: withQuery('', parameters),
    cited: citedAnswer(reading, { values: question, on: parameters.on ?? reading.today, known }),
    feeds: [
      feedOf(
        { followed: { dossier: reading.dossier.id, question }, dossier: reading.dossier, title: null, names: {} },
        reading,
      ),
    ],
  }
})

export default dossierPage(pages.ask, draw, askedForm)

type AskReading = Reading<NamesOf<typeof pages.ask>>

/** The form, with what the address says. */
function askedForm(reading: AskReading) {
  const { question, words, day } = askedQuestion(reading)
  const on = onOf(reading, 'on') ?? day ?? reading.today
  return <AskForm {...{ reading, question, on, words }} known={knownOf(reading, 'known')} />
}

async function draw(asking: AskReading) {
  const { question, title, words, found, day } = askedQuestion(asking)
  const { on, known, moment, values, cases, answer } = answeredQuestion(asking, question, day)
  const reading = known === undefined ? asking : withoutNotes(asking)
  const { locale, t, dossier, compiled, today } = reading
  const asked = { on: on === today ? undefined : on, known }
  if (!answer) return <TooWide {...{ reading, question, on, known, words, cases, asked }} />
  const silent = silentIn(moment, answer)
  const outlook = outlookOf(moment, question)
  const classes = values ? classesOf(compiled, values) : []
  return (
    <>
      <Head
        kicker={
          <>
            {t('ask.title')} · <Words text={dossier.title} locale={locale} />
          </>
        }
        title={<Question dossier={dossier} question={question} locale={locale} />}
      />
      {words && <NewsWords reading={reading} words={words} found={found} question={question} asked={asked} />}
      <VerdictBox
        {...{ reading, question, answer, moment, silent, outlook, asked }}
        concerning={changesConcerning(moment, question)}
        sure={howSure(reading, answer, moment)}
      />
      <KnownByMonth reading={reading} known={known} />
      <details className="ask-again" open={Object.keys(question).length === 0}>
        <summary>{t('ask.again')}</summary>
        <AskForm reading={reading} question={question} on={on} known={known} words={words} />
      </details>
      <div className="columns">
        <div>
          <Reasons {...{ reading, question, answer, moment, asked, silent, outlook, classes }} />
        </div>
        <aside className="rail">
          <StepThrough {...{ reading, question, moment }} />
          <Meanings reading={reading} question={question} />
          <Citation
            reader={reading}
            what={known === undefined ? title : t('ask.citedKnown', { title, date: formatDate(known, locale) })}
            on={on}
            query={{ ...question, known }}
            rail
          >
            <CitationLinks reading={reading} parts={['ask']} query={{ ...question, ...asked }} />
          </Citation>
          <TakeAway reading={reading} query={{ ...question, ...asked, ...pinsOf(reading) }} question={question} />
          <EmbedThis reader={reading} part="ask" what={title} query={{ ...question, known }} on={asked.on} />
        </aside>
      </div>
    </>
  )
}

interface TooWideProps {
  reading: Reading
  question: Record<string, string>
  on: string
  known: string | undefined
  words: string | undefined
  cases: number
  asked: Record<string, string | undefined>
}

/** A question that stands for more cases than can be answered at once: the form, and the ways to ask more closely. */
function TooWide({ reading, question, on, known, words, cases, asked }: TooWideProps) {
  const { t, locale, dossier } = reading
  return (
    <>
      <Head
        kicker={
          <>
            {t('ask.title')} · <Words text={dossier.title} locale={locale} />
          </>
        }
        title={<Question dossier={dossier} question={question} locale={locale} />}
      />
      <AskForm reading={reading} question={question} on={on} known={known} words={words} />
      <p className="notice">{t('ask.tooWide', { count: cases, most: mostCases })}</p>
      <Narrower reading={reading} path={hrefTo(reading, 'ask')} parameters={{ ...question, ...asked }} />
    </>
  )
}

interface ReasonsProps {
  reading: Reading
  question: Record<string, string>
  answer: Answer
  moment: Moment
  asked: Record<string, string | undefined>
  silent: Silent
  outlook: readonly Prospect[] | 'tooWide'
  classes: readonly CaseClass[]
}

function Reasons({ reading, question, answer, moment, asked, silent, outlook, classes }: ReasonsProps) {
  const { t } = reading
  const decisions = answer.cases.map(({ decision }) => decision)
  const { change, rule } = sharedDecision(decisions)
  // What is not known, or not followed here, is told above, and is no silence of the rules.
  const isSilent = answer.disposition !== 'untracked' && !isOpen(answer, answerShared(decisions))
  const evidence = change === null ? [] : evidenceFor(moment, change, rule)
  const rests = change === null ? [] : restsOn(moment, change, evidence)
  const beside = evidence.filter((told) => !rests.includes(told))
  const verdict = answer.verdict ?? sharedVerdict(moment, classes)
  const load = loadOf(moment, question, answer)
  const pending = outlook === 'tooWide' ? [] : [...new Set(outlook.map((prospect) => prospect.change))]
  const isTold = (id: string) => id === change || silent.some(({ silenced }) => silenced.change === id)
  return (
    <>
      <Section id="history" title={t('ask.history')}>
        <CaseHistory {...{ reading, question, moment, answer, asked }} />
      </Section>
      {verdict && (verdict.rule || isSilent) && (
        <Section id="because" title={t('ask.because')}>
          {verdict.rule ? (
            <Because reading={reading} verdict={verdict} moment={moment} />
          ) : (
            <p>{t(reading.dossier.default === 'unstated' ? 'ask.silent' : 'ask.byDefault')}</p>
          )}
        </Section>
      )}
      {!answer.verdict && (
        <Section id="breakdown" title={t('ask.breakdown')}>
          <Breakdown reading={reading} answer={answer} asked={asked} />
        </Section>
      )}
      {(evidence.length > 0 || (answer.verdict && isSilent && silent.length === 0)) && (
        <Section
          id="evidence"
          title={t('ask.evidence')}
          aside={rests.length > 0 && <p className="label">{t('change.sources', countSources(rests))}</p>}
        >
          {evidence.length === 0 && <p className="soft">{t('ask.noEvidence')}</p>}
          {rests.length > 0 && <EvidenceList reading={reading} effects={reportsOnce(rests)} on={moment.on} />}
          {beside.length > 0 && (
            <details className="fold more-evidence">
              <summary>{t('ask.besideEvidence', { count: reportsOnce(beside).length })}</summary>
              <EvidenceList reading={reading} effects={reportsOnce(beside)} on={moment.on} />
            </details>
          )}
          {load && <HangsOn reading={reading} load={load} />}
        </Section>
      )}
      <SilentSections reading={reading} silent={silent} moment={moment} />
      {pending
        .filter((id) => !isTold(id))
        .map((id) => (
          <Section key={id} id={id} title={t('ask.evidenceFor', { change: titleOfChange(reading, id) })}>
            <ChangeNote reading={reading} id={id} />
            <EvidenceList
              reading={reading}
              effects={reportsOnce(evidenceFor(moment, id))}
              on={moment.on}
              most={Math.floor(mostListed / pending.length)}
            />
          </Section>
        ))}
    </>
  )
}

/** The reasons that all cases of a question have in common; null where they differ. */
function sharedVerdict(moment: Moment, classes: readonly CaseClass[]) {
  if (classes.length > mostTold) return null
  const verdicts = classes.map(({ example }) => verdictOf(moment, example))
  const reasons = new Set(verdicts.map(({ rule, change, overridden }) => JSON.stringify([rule, change, overridden])))
  return reasons.size === 1 ? (verdicts[0] ?? null) : null
}

const titleOfChange = ({ records, locale }: Reading, id: string): string => {
  const change = records.changes.find((candidate) => candidate.id === id)
  return change ? say(change.title, locale).text : id
}
