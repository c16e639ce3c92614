import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { type Attribution, type Report, say } from '@/lib/model'
import { Discredited, Sourcing } from './ReportLink'

/** “Kyodo News, citing party members, citing the government”. */
export function Byline({ reading, report }: { reading: Reading; report: Report }) {
  const { locale, t, sources } = reading
  const source = sources.get(report.source)
  return (
    <p className="says-who">
      {source ? <Words text={source.name} locale={locale} /> : report.source}
      {report.attribution.map((link) => (
        <Citing key={say(link.who, locale).text} reading={reading} link={link} />
      ))}
      <Sourcing report={report} t={t} />
      <Discredited reading={reading} report={report} />
    </p>
  )
}

function Citing({ reading: { locale, t }, link }: { reading: Reading; link: Attribution }) {
  const { text, language } = say(link.who, locale)
  const words = t('attribution.citing', { who: text })
  return language === locale ? words : <span lang={locale}>{words}</span>
}
