import { EvidenceItem } from '@/app/_components/reports/Evidence'
import { StageMark } from '@/app/_components/words/Ladder'
import type { Reading } from '@/app/_reader/reading'
import type { Day } from '@/lib/model'
import type { CompiledChange, Move } from '@/lib/policy'
import { countSources } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** The life of a change: each step with its date and the reports that tell it. */
export function ChangeSteps({ reading, change, today }: { reading: Reading; change: CompiledChange; today: Day }) {
  const { locale, t } = reading
  return (
    <ol className="steps">
      {stepsTogether(change.moves.filter(({ on }) => on <= today)).map((moves) => {
        const [first] = moves
        if (!first) return null
        const date = moves.map(({ effect, on }) => effect.on ?? on).sort((a, b) => b.length - a.length)[0] ?? first.on
        return (
          <li key={`${first.report.id} ${first.position}`}>
            <div>
              <StageMark stage={first.stage} locale={locale} />
              <br />
              <time dateTime={date}>{formatDate(date, locale)}</time>
              {moves.length > 1 && <p className="label">{t('change.sources', countSources(moves))}</p>}
            </div>
            <ul className="evidence">
              {moves.map((move) => (
                <li key={`${move.report.id} ${move.position}`}>
                  <EvidenceItem reading={reading} evidence={move} stage={false} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

/** Moves to the same stage on the same day are one step told by several. */
function stepsTogether(moves: readonly Move[]): Move[][] {
  const steps: Move[][] = []
  for (const move of moves) {
    const last = steps.at(-1)
    if (last?.[0]?.stage === move.stage && last[0].on === move.on) last.push(move)
    else steps.push([move])
  }
  return steps
}
