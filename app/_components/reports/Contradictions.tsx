import { StageMark } from '@/app/_components/words/Ladder'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { headingOf } from '@/lib/model'
import type { CompiledEffect, Contradiction } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { sidesOf } from './contradiction-sides'
import { EvidenceItem } from './Evidence'
import { Sourcing } from './ReportLink'

/** Where reports disagree: all sides, and how an editor has settled it. */
export const Contradictions = ({
  reading,
  contradictions,
}: {
  reading: Reading
  contradictions: readonly Contradiction[]
}) => (
  <ul className="contradictions">
    {contradictions.map((contradiction) => (
      <li key={keyOf(contradiction)}>
        <Sides reading={reading} contradiction={contradiction} />
      </li>
    ))}
  </ul>
)

const keyOf = ({ kind, effects }: Contradiction): string =>
  `${kind} ${effects.map(({ report, position }) => `${report.id} ${position}`).join(' ')}`

interface SideProps {
  reading: Reading
  contradiction: Contradiction
  effects: readonly CompiledEffect[]
}

function Sides({ reading, contradiction }: { reading: Reading; contradiction: Contradiction }) {
  const { t } = reading
  const { kind, stage, resolution } = contradiction
  const sides = sidesOf(contradiction)
  return (
    <>
      <p className="contradiction-title">
        <span className={resolution ? 'settled' : 'unsettled'}>
          {t(resolution ? 'contradiction.settled' : 'contradiction.open')}
        </span>{' '}
        {t.rich(`contradiction.${kind}`, {
          stage: () => (stage ? <StageMark stage={stage} reading={reading} /> : null),
        })}
      </p>
      <div className="two-sides">
        {(['otherwise', 'against'] as const).map((side) => (
          <div key={side}>
            <p className="label">{t(`contradiction.${side}`, { disputed: kind === 'disputed' ? 'yes' : 'no' })}</p>
            <Side reading={reading} contradiction={contradiction} effects={sides[side]} />
          </div>
        ))}
      </div>
      {resolution && <Settled reading={reading} contradiction={contradiction} resolution={resolution} />}
    </>
  )
}

function Side({ reading, contradiction: { kind, resolution }, effects }: SideProps) {
  const { locale } = reading
  return (
    <ul className="evidence">
      {effects.map((effect) => (
        <li
          key={`${effect.report.id} ${effect.position}`}
          className={effect.report.id === resolution?.holds ? 'holds' : undefined}
        >
          {kind !== 'disputed' && (
            <p className="label">
              <time dateTime={effect.date}>{formatDate(effect.date, locale)}</time>
            </p>
          )}
          <EvidenceItem
            reading={reading}
            evidence={effect}
            stage={kind !== 'dates' && effect.effect.kind !== 'disputes'}
          />
          {effect.effect.note && (
            <p className="label">
              <Words text={effect.effect.note} locale={locale} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Settled({
  reading,
  contradiction: { effects },
  resolution: { holds, reason },
}: {
  reading: Reading
  contradiction: Contradiction
  resolution: NonNullable<Contradiction['resolution']>
}) {
  const { locale, t } = reading
  const report = effects.find((effect) => effect.report.id === holds)?.report
  return (
    <p className="settlement">
      {t.rich('contradiction.holds', {
        report: () => (
          <>
            <a href={hrefTo(reading, 'reports', holds)}>
              {report ? <Words text={headingOf(report)} locale={locale} /> : holds}
            </a>
            {report && <Sourcing report={report} t={t} />}
          </>
        ),
      })}{' '}
      <Words text={reason} locale={locale} />
    </p>
  )
}
