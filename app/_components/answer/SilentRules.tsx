import { Expectations } from '@/app/_components/over-time/Expectations'
import { Section } from '@/app/_components/page/Section'
import { ChangeTitle, EvidenceList } from '@/app/_components/reports/Evidence'
import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { evidenceFor, forecastsAt, type Moment, reportsOnce, type silentAmong } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'

export type Silent = ReturnType<typeof silentAmong>

/** Rules that cover a case and have been suspended, repealed or ended: what they would say, by which change, since when. */
export function SilentLines({ reading, silent }: { reading: Reading; silent: Silent }) {
  const { locale, t } = reading
  if (silent.length === 0) return null
  return (
    <ul className="pending">
      {silent.map(({ rule: { rule }, silenced: { change, stage, alteration, date } }) => {
        const parts = {
          rule: () => <RuleLink reading={reading} rule={rule} />,
          change: () => <ChangeLink reading={reading} change={change} />,
          stage: () => <StageMark stage={stage} reading={reading} inSentence />,
          date: formatDate(date, locale),
        }
        return (
          <li key={rule.id}>
            {stage === 'in_force' || !alteration
              ? t.rich('ask.ended', parts)
              : t.rich('ask.notInEffect', {
                  ...parts,
                  answer: () => <Disposition value={alteration.to} reading={reading} />,
                })}
            <RuleNote reading={reading} id={rule.id} />
          </li>
        )
      })}
    </ul>
  )
}

/** What an editor notes on a rule. */
function RuleNote({ reading: { records, locale }, id }: { reading: Reading; id: string }) {
  const note = records.rules.find((rule) => rule.id === id)?.note
  return note === undefined ? null : (
    <>
      {' '}
      <Words text={note} locale={locale} />
    </>
  )
}

/** On what it rests that a rule is silent, and what is or was expected of the change that made it so. */
export function SilentSections({ reading, silent, moment }: { reading: Reading; silent: Silent; moment: Moment }) {
  const { t } = reading
  const changes = new Map(silent.map(({ silenced }) => [silenced.change, silenced.stage]))
  return [...changes].map(([change, stage]) => {
    const forecasts = forecastsAt(moment).filter((forecast) => forecast.change.id === change)
    return (
      <Section
        key={change}
        id={`silent-${change}`}
        title={
          <>
            {t('ask.silencedSection', { stage: stageWord(reading, stage).text })}
            <ChangeTitle reading={reading} id={change} />
          </>
        }
      >
        <ChangeNote reading={reading} id={change} />
        {forecasts.length > 0 && (
          <Expectations reading={reading} forecasts={forecasts} caption={t('ask.expected')} without="change" />
        )}
        <EvidenceList reading={reading} effects={reportsOnce(evidenceFor(moment, change))} on={moment.on} />
      </Section>
    )
  })
}

/** What an editor notes on a change. */
export function ChangeNote({ reading: { records, locale }, id }: { reading: Reading; id: string }) {
  const note = records.changes.find((candidate) => candidate.id === id)?.note
  return note === undefined ? null : (
    <p className="label">
      <Words text={note} locale={locale} />
    </p>
  )
}
