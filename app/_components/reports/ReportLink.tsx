import { hrefTo, type Reading } from '@/app/_reader/reading'
import { type Report, say } from '@/lib/model'
import { type Moment, restsOnUnseenAlone } from '@/lib/policy'

/** A report by the name of its publisher, with the mark that it was not seen. */
export const ReportLink = ({ reading, report }: { reading: Reading; report: Report }) => (
  <>
    <a href={hrefTo(reading, 'reports', report.id)}>{publisherOf(reading, report)}</a>
    <Sourcing report={report} t={reading.t} />
    <Discredited reading={reading} report={report} />
  </>
)

/** Marks a report of which nothing holds. */
export const Discredited = ({ reading: { compiled, t }, report: { id } }: { reading: Reading; report: Report }) =>
  compiled.discredited.has(id) ? (
    <>
      {' '}
      <span className="mark">{t('discredited.mark')}</span>
    </>
  ) : null

/** A publisher's name in words, without a link. */
export function publisherOf({ sources, locale }: Reading, report: Report): string {
  const source = sources.get(report.source)
  return source ? say(source.name, locale).text : report.source
}

/** Marks a report of which no page, or not everything on it, was seen; stands after its name. */
export function Sourcing({ report: { sourcing }, t }: { report: Pick<Report, 'sourcing'>; t: Reading['t'] }) {
  if (sourcing === 'seen') return null
  return (
    <>
      {' '}
      <span className={`mark ${sourcing}`} title={t(`sourcing.${sourcing}Long`)}>
        {t(`sourcing.${sourcing}`)}
      </span>
    </>
  )
}

/** Marks what rests on a change that no report that was seen tells of. */
export const Unverified = ({ reading, moment, change }: { reading: Reading; moment: Moment; change: string | null }) =>
  change !== null && restsOnUnseenAlone(moment, change) ? (
    <Sourcing report={{ sourcing: 'unseen' }} t={reading.t} />
  ) : null
