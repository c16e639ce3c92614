import { DirectionShape } from '@/app/_components/words/Direction'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Effect, Report } from '@/lib/model'
import { type Direction, impactOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'
import { StepTaken } from './StepTaken'

interface Props {
  reading: Reading
  report: Report
  effect: Effect
  position: number
}

/** One effect as readers meet it in a list: *change: proposed → agreed, relaxes, 35 answers change*. */
export function EffectLine({ reading, report, effect, position }: Props) {
  const { locale, t, compiled } = reading
  const impact = impactOf(compiled, report.id, position)
  return (
    <>
      {effect.kind !== 'moves' && `${t(`effectOn.${effect.kind}`)} `}
      <ChangeLink reading={reading} change={effect.change} />
      {effect.kind === 'moves' && effect.stage && (
        <>
          {t('unit.colon')}
          {impact?.before && `${stageWord(reading, impact.before).text.toLocaleLowerCase(locale)} → `}
          {!impact && <span className="soft">{t('effectOn.moves')} </span>}
          <StageMark stage={effect.stage} reading={reading} />
        </>
      )}
      <StepTaken reading={reading} effect={effect} />
      {effect.certainty !== 'said' && <span className="soft"> · {t(`certainty.${effect.certainty}`)}</span>}
      <ImpactWords reading={reading} impact={impact} />
    </>
  )
}

/** What an effect does to the answers, in words, with its arrows. */
export function ImpactWords({
  reading: { t, locale },
  impact,
}: {
  reading: Reading
  impact: ReturnType<typeof impactOf>
}) {
  if (!impact || impact.count === 0) return null
  const counts = Object.entries(impact.directions) as [Direction, number][]
  return counts
    .sort((a, b) => b[1] - a[1])
    .map(([direction, count]) => (
      <span className="soft" key={direction}>
        {' · '}
        <span className="direction">
          <DirectionShape direction={direction} />
          <span className="word">
            {t(impact.hypothetical ? 'impact.would' : 'impact.moves', {
              direction,
              count,
              from: impact.from ? formatDate(impact.from, locale) : 'none',
            })}
          </span>
        </span>
      </span>
    ))
}
