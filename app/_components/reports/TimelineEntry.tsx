import { Quoted } from '@/app/_components/words/Quoted'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { headingOf, publishedDate, type Report } from '@/lib/model'
import { formatDate, formatWithinMonth } from '@/lib/words/dates'
import { Byline } from './Byline'
import { EffectLine } from './EffectLine'
import { Summary } from './Summary'

interface Props {
  reading: Reading
  report: Report
  /** Level of its heading. */
  level: 'h3' | 'h4'
  /** Where no month stands above, the date is given in full. */
  fullDate?: boolean
  /** Names the dossier, where several are mixed. */
  origin?: boolean
}

/** One report in a list. */
export function TimelineEntry({ reading, report, level: Title, fullDate = false, origin = false }: Props) {
  const { locale, t, dossier } = reading
  const date = publishedDate(report.published, dossier.timeZone)
  return (
    <article className={fullDate ? 'entry dated' : 'entry'}>
      <time dateTime={date}>{fullDate ? formatDate(date, locale) : formatWithinMonth(date, locale)}</time>
      <div>
        {origin && (
          <p className="smallcaps">
            <a href={hrefTo(reading)}>
              <Words text={dossier.title} locale={locale} />
            </a>
          </p>
        )}
        <Title className="entry-title">
          <a href={hrefTo(reading, 'reports', report.id)}>
            <Words text={headingOf(report)} locale={locale} />
          </a>
        </Title>
        <Byline reading={reading} report={report} />
        <Summary report={report} locale={locale} className="summary" />
        {report.effects.length > 0 && (
          <ul className="effects" aria-label={t('timeline.effects')}>
            {report.effects.map((effect, position) => (
              <li
                key={`${effect.change} ${effect.kind} ${effect.stage ?? ''} ${effect.on ?? ''} ${effect.quote?.text ?? ''}`}
              >
                <EffectLine reading={reading} report={report} effect={effect} position={position} />
                {effect.quote && (
                  <>
                    <br />
                    <Quoted quote={effect.quote} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
}
