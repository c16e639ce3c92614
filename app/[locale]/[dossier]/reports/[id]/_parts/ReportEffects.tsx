import { MovedTable } from '@/app/_components/differences/MovedTable'
import { AttributionLine } from '@/app/_components/reports/Attribution'
import { EffectLine } from '@/app/_components/reports/EffectLine'
import { Quoted } from '@/app/_components/words/Quoted'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import type { Report } from '@/lib/model'
import { type Impact, impactOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** What a report does: each effect with its quote and the answers that it moves, before and after. */
export function ReportEffects({ reading, report }: { reading: Reading; report: Report }) {
  const { locale, compiled } = reading
  return (
    <ol className="effect-list">
      {report.effects.map((effect, position) => {
        const impact = impactOf(compiled, report.id, position)
        return (
          <li key={`${effect.change} ${effect.kind} ${effect.stage ?? ''}`}>
            <h3>
              <EffectLine reading={reading} report={report} effect={effect} position={position} />
            </h3>
            {effect.note && (
              <p className="soft">
                <Words text={effect.note} locale={locale} />
              </p>
            )}
            {effect.quote && <Quoted quote={effect.quote} block />}
            {effect.attribution.length > 0 && (
              <AttributionLine reading={reading} report={report} links={effect.attribution} />
            )}
            {impact && impact.count > 0 && (
              <MovedTable reading={reading} differences={impact.differences} caption={captionOf(reading, impact)} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

function captionOf({ t, locale }: Reading, { from, hypothetical }: Impact): string {
  if (from === null) return t(hypothetical ? 'report.movedWould' : 'report.moved')
  return t(hypothetical ? 'report.movedWouldFrom' : 'report.movedFrom', { date: formatDate(from, locale) })
}
