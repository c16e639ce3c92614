import { Conditions } from '@/app/_components/differences/MovedTable'
import { Unverified } from '@/app/_components/reports/ReportLink'
import { AnswerWord } from '@/app/_components/words/Disposition'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import { answerSince } from '@/app/_reader/answer-history'
import type { Reading } from '@/app/_reader/reading'
import { isRuled } from '@/app/_reader/shown-answer'
import { firstDay, say } from '@/lib/model'
import { type Answer, answerShared, type Concerning, type Moment, type Prospect, sharedDecision } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import { Choices } from './Choices'
import { ComesNext } from './ComesNext'
import { Duties } from './Duties'
import { InTheWorks } from './InTheWorks'
import { Members } from './Members'
import { type Silent, SilentLines } from './SilentRules'
import { isOpen, UnsettledLines } from './UnsettledLines'
import { Untracked } from './Untracked'

interface Props {
  reading: Reading
  question: Record<string, string>
  answer: Answer
  moment: Moment
  silent: Silent
  outlook: readonly Prospect[] | 'tooWide'
  concerning: readonly Concerning[]
  /** The days that links to narrower questions carry on. */
  asked: Record<string, string | undefined>
  /** How well founded the answer is, in words. */
  sure: string | null
}

/**
 * The answer in a sentence, or that it is not known; with its conditions, what also applies, what comes next, what is not in effect,
 * and what may yet become of it.
 */
export function VerdictBox({ reading, question, answer, moment, silent, outlook, concerning, asked, sure }: Props) {
  const decisions = answer.cases.map(({ decision }) => decision)
  const now = answerShared(decisions)
  const isUnknown = isOpen(answer, now)
  const told = { reading, answer, now, moment }
  // What comes next is told already, with its change and date.
  const { next } = answer
  const others =
    answer.verdict && next && outlook !== 'tooWide'
      ? outlook.filter(({ kind, from }) => kind !== 'comes' || from === null || firstDay(from) !== next.on)
      : outlook
  const doubtful = new Set(answer.unsettled.map(({ change }) => change))
  return (
    <div className="verdict">
      <AnswerSentence reading={reading} question={question} answer={answer} moment={moment} />
      <Members reading={reading} question={question} on={moment.on} />
      {answer.disposition === 'mixed' && (
        <Choices reading={reading} question={question} answer={answer} asked={asked} />
      )}
      {answer.disposition === 'untracked' && <Untracked reading={reading} question={question} on={moment.on} />}
      <UnsettledLines {...told} />
      {!isUnknown && <OnTerms reading={reading} answer={answer} />}
      {answer.disposition !== 'prohibited' && <Duties reading={reading} answer={answer} />}
      <ComesNext {...told} question={question} />
      <InTheWorks reading={reading} answer={answer} outlook={others} concerning={concerning} />
      <SilentLines reading={reading} silent={silent.filter(({ silenced }) => !doubtful.has(silenced.change))} />
      {sure && <p className="sure">{sure}</p>}
      {moment.known !== null && <p className="label">{reading.t('ask.notesLater')}</p>}
    </div>
  )
}

/** The answer in a sentence, or that nobody knows what holds. */
export function AnswerSentence({
  reading,
  question,
  answer,
  moment,
}: Pick<Props, 'reading' | 'question' | 'answer' | 'moment'>) {
  const isUnknown = isOpen(answer, answerShared(answer.cases.map(({ decision }) => decision)))
  if (isUnknown) return <p className="answer">{notKnown(reading, moment)}</p>
  return <PlainAnswer {...{ reading, question, answer, moment }} />
}

/** That nobody knows what holds; as of then, where that is asked. */
function notKnown({ t, locale }: Reading, { on, known }: Moment): string {
  const day = formatOn(on, locale)
  return known === null
    ? t('ask.notKnown', { on: day })
    : t('ask.notKnownThen', { on: day, known: formatDate(known, locale) })
}

/** Yes, no or only on conditions, since when, and by which rule. */
function PlainAnswer({ reading, question, answer, moment }: Pick<Props, 'reading' | 'question' | 'answer' | 'moment'>) {
  const { locale, t } = reading
  const shared = sharedDecision(answer.cases.map(({ decision }) => decision))
  const isTold = answer.disposition !== 'untracked' && (answer.verdict !== null || shared.rule !== null)
  const told = isRuled(answer) ? answerSince(moment, question) : null
  return (
    <>
      <p className="answer">
        {t.rich('ask.answer', {
          when: whenAsked(reading, moment),
          since: told ? formatDate(told.since, locale) : 'none',
          answer: () => <AnswerWord value={answer.disposition} reading={reading} />,
        })}
        <Unverified reading={reading} moment={moment} change={shared.change} />
      </p>
      {isTold && (
        <p className="by">
          <Says reading={reading} {...shared} />
        </p>
      )}
      {told && told.terms !== told.since && (
        <p className="label">{t('ask.onTerms', { date: formatDate(told.terms, locale) })}</p>
      )}
      {answer.disposition !== 'mixed' && answer.cases.length > 1 && (
        <p className="label">{t('ask.agree', { count: answer.cases.length })}</p>
      )}
    </>
  )
}

/** The day that is asked about, and by when it was known, where it is not simply today. */
function whenAsked({ t, locale, present }: Reading, { on, known }: Moment): string {
  if (known !== null && known === on) return t('ask.whenKnownThen', { date: formatDate(on, locale) })
  if (known !== null) return t('ask.whenKnown', { date: formatDate(on, locale), known: formatDate(known, locale) })
  return on === present ? 'none' : t('ask.when', { date: formatDate(on, locale) })
}

/** The conditions that all cases share. */
function OnTerms({ reading, answer }: Pick<Props, 'reading' | 'answer'>) {
  const { t } = reading
  const { conditions, conflict } = sharedDecision(answer.cases.map(({ decision }) => decision))
  return (
    <>
      {conditions.length > 0 && (
        <div className="conditions">
          <p>{t(answer.disposition === 'conditional' ? 'ask.conditions' : 'ask.terms')}</p>
          <Conditions reading={reading} conditions={conditions} />
        </div>
      )}
      {conflict && answer.verdict && <p className="notice">{t('ask.conflict')}</p>}
    </>
  )
}

/** The rule that decides, the text it stands in, and the change that made it what it is; or that no rule speaks. */
function Says({ reading, ...said }: { reading: Reading } & ReturnType<typeof sharedDecision>) {
  const { locale, t, records, dossier } = reading
  const rule = records.rules.find(({ id }) => id === said.rule)
  const change = records.changes.find(({ id }) => id === said.change)
  if (!rule) return t(dossier.default === 'unstated' ? 'ask.silent' : 'ask.byDefault')
  const [basis] = rule.basis
  return t.rich('ask.says', {
    rule: () => <RuleLink reading={reading} rule={rule} />,
    text: basis ? 'yes' : 'none',
    instrument: () =>
      basis && (
        <>
          <Words text={basis.instrument} locale={locale} />
          {basis.provision && `${t('unit.separator')}${say(basis.provision, locale).text}`}
        </>
      ),
    by: change ? 'yes' : 'none',
    change: () => change && <ChangeLink reading={reading} change={change} />,
  })
}
