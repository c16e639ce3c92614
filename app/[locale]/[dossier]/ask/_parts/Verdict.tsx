import { Conditions } from '@/app/_components/differences/MovedTable'
import { Unverified } from '@/app/_components/reports/ReportLink'
import { Disposition } from '@/app/_components/words/Disposition'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { writing } from '@/lib/addresses/languages'
import { firstDay } from '@/lib/model'
import { type Answer, answerShared, dayAsTold, type Moment, type Prospect, sharedDecision } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import type { ShownDisposition as Shown } from '@/lib/words/own-words'
import { ComesNext } from './ComesNext'
import { Duties } from './Duties'
import { Members } from './Members'
import { PendingLines } from './PendingLines'
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
}

/**
 * The answer in a sentence, or that it is not known; with its conditions, what also applies, what comes next, what is not in effect,
 * and what may yet become of it.
 */
export function VerdictBox({ reading, question, answer, moment, silent, outlook }: Props) {
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
      {isUnknown ? (
        <p className="answer">{notKnown(reading, moment)}</p>
      ) : (
        <PlainAnswer reading={reading} answer={answer} moment={moment} />
      )}
      <Members reading={reading} question={question} on={moment.on} />
      {answer.disposition === 'untracked' && <Untracked reading={reading} question={question} on={moment.on} />}
      <UnsettledLines {...told} />
      {!isUnknown && <OnTerms reading={reading} answer={answer} />}
      <Duties reading={reading} answer={answer} />
      <ComesNext {...told} question={question} />
      <SilentLines reading={reading} silent={silent.filter(({ silenced }) => !doubtful.has(silenced.change))} />
      <PendingLines reading={reading} answer={answer} outlook={others} />
    </div>
  )
}

function notKnown({ t, locale }: Reading, { on, known }: Moment): string {
  const day = formatOn(on, locale)
  return known === null
    ? t('ask.notKnown', { on: day })
    : t('ask.notKnownThen', { on: day, known: formatDate(known, locale) })
}

function PlainAnswer({ reading, answer, moment }: Pick<Props, 'reading' | 'answer' | 'moment'>) {
  const { locale, t } = reading
  const shared = sharedDecision(answer.cases.map(({ decision }) => decision))
  const date = formatDate(moment.on, locale)
  const shown = { answer: () => <Disposition value={answer.disposition} reading={reading} /> }
  return (
    <>
      <p className="answer">
        {moment.known === null
          ? t.rich('ask.answer', { ...shown, date })
          : t.rich('ask.answerKnown', { ...shown, date, known: formatDate(moment.known, locale) })}
        {writing[locale].space}
        {!answer.verdict &&
          t(answer.disposition === 'mixed' ? 'ask.mixed' : 'ask.agree', { count: answer.cases.length })}
        {!answer.verdict && shared.rule ? writing[locale].space : ''}
        {answer.disposition !== 'untracked' && (answer.verdict || shared.rule) && (
          <Says reading={reading} known={moment.known} {...shared} />
        )}
        <Unverified reading={reading} moment={moment} change={shared.change} />
      </p>
      {answer.disposition === 'mixed' && <Counts reading={reading} answer={answer} />}
    </>
  )
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

/** How many cases have which answer, the most first. */
function Counts({ reading, answer }: { reading: Reading; answer: Answer }) {
  const counts = new Map<Shown, number>()
  for (const { decision } of answer.cases) counts.set(decision.disposition, (counts.get(decision.disposition) ?? 0) + 1)
  return (
    <ul className="counts">
      {[...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([disposition, count]) => (
          <li key={disposition}>
            <Disposition value={disposition} reading={reading} /> <span className="soft">{count}</span>
          </li>
        ))}
    </ul>
  )
}

type SaysProps = { reading: Reading; known: Moment['known'] } & ReturnType<typeof sharedDecision>

function Says({ reading, known, ...said }: SaysProps) {
  const { locale, t, records, dossier, compiled } = reading
  const rule = records.rules.find(({ id }) => id === said.rule)
  const change = records.changes.find(({ id }) => id === said.change)
  if (!rule) return t(dossier.default === 'unstated' ? 'ask.silent' : 'ask.byDefault')
  const link = {
    rule: () => <RuleLink reading={reading} rule={rule} />,
  }
  if (!change || !said.since) return t.rich('ask.saysShort', link)
  return t.rich('ask.says', {
    ...link,
    since: formatDate(dayAsTold(compiled, said.since, said, known), locale),
    change: () => <ChangeLink reading={reading} change={change} />,
  })
}
