import { Markdown } from '@/app/_components/words/Markdown'
import { summaryIn } from '@/lib/content/summary'
import type { Locale, Report } from '@/lib/model'

interface Props {
  report: Report
  locale: Locale
  className: string
}

/** Our summary of a report, in the reader's language where there is a translation. */
export function Summary({ report, locale, className }: Props) {
  const { text, language } = summaryIn(report, locale)
  return <Markdown source={text} locale={locale} language={language} className={className} />
}
