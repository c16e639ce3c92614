import { Fragment } from 'react'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import type { Attribution, Report } from '@/lib/model'

/** From the publisher to the origin of a claim, drawn: a filled dot is named, an empty one is not. */
export function AttributionDrawn({ reading, report }: { reading: Reading; report: Report }) {
  const { t, sources } = reading
  const source = sources.get(report.source)
  return (
    <>
      <ol className="drawn-chain" aria-label={t('attribution.chain')}>
        <li className="named">
          <SourceLink reading={reading} id={report.source} />
          <span className="role">
            {source && `${t(`sourceKind.${source.kind}`)}${t('unit.separator')}`}
            {t('attribution.publisher')}
          </span>
        </li>
        {linksOf(report.attribution).map(({ link, key }) => (
          <li key={key} className={link.named ? 'named' : undefined}>
            <Words text={link.who} locale={reading.locale} />
            <span className="role">{t(link.named ? 'attribution.named' : 'attribution.unnamed')}</span>
          </li>
        ))}
      </ol>
      {report.attribution.length === 0 && <p className="label">{t('attribution.direct')}</p>}
    </>
  )
}

/** The same in a sentence, under a quote: “Kyodo News, citing party members (not named), citing the government”. */
export function AttributionLine({
  reading,
  report,
  links,
}: {
  reading: Reading
  report: Report
  links: Attribution[]
}) {
  const { t, locale } = reading
  return (
    <p className="chain">
      <SourceLink reading={reading} id={report.source} />
      {linksOf(links).map(({ link, key }) => (
        <Fragment key={key}>
          {t.rich('attribution.citingWho', {
            named: link.named ? 'yes' : 'no',
            who: () => <Words text={link.who} locale={locale} />,
          })}
        </Fragment>
      ))}
    </p>
  )
}

/** A publisher; leads to its reports in the timeline. */
export function SourceLink({ reading, id }: { reading: Reading; id: string }) {
  const source = reading.sources.get(id)
  return (
    <a href={withQuery(hrefTo(reading, 'timeline'), { source: id })}>
      {source ? <Words text={source.name} locale={reading.locale} /> : id}
    </a>
  )
}

const linksOf = (links: readonly Attribution[]) =>
  links.map((link) => ({ link, key: typeof link.who === 'string' ? link.who : Object.values(link.who).join(' ') }))
