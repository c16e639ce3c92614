import { ReportLink } from '@/app/_components/reports/ReportLink'
import { AnswerWord } from '@/app/_components/words/Disposition'
import type { Reading } from '@/app/_reader/reading'
import type { Load } from '@/lib/policy'

/** What the answer would be without each of its reports, where it would be another; else that it hangs on none. */
export function HangsOn({ reading, load: { reports, bearing } }: { reading: Reading; load: Load }) {
  const { t } = reading
  if (bearing.length === 0) return <p className="label">{t('ask.hangsOnNone', { count: reports })}</p>
  return (
    <ul className="hangs-on">
      {bearing.map(({ report, otherwise }) => (
        <li key={report.id}>
          {t.rich('ask.hangsOn', {
            report: () => <ReportLink reading={reading} report={report} />,
            answer: () => <AnswerWord value={otherwise.disposition} reading={reading} />,
          })}
        </li>
      ))}
    </ul>
  )
}
