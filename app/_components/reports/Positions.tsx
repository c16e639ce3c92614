import { Quoted } from '@/app/_components/words/Quoted'
import { ActorLink, ChangeLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import type { Stand } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { ReportLink } from './ReportLink'

interface Props {
  reading: Reading
  /** The oldest first. */
  stands: readonly Stand[]
  /** What the heading above says, for those who come upon the table alone. */
  caption: string
  /** Shows the change, where several are meant. */
  on?: boolean
  /** Leaves the actor out, where all are of one. */
  actor?: boolean
  newestFirst?: boolean
}

/** So many are listed, the latest of them: files have all. */
const mostListed = 200

/** Who stands where, with dates: stances change. Of very many the latest. */
export function Positions({ stands: all, newestFirst = false, ...rest }: Props) {
  const latest = all.slice(-mostListed)
  return (
    <>
      {all.length > latest.length && (
        <p className="soft">{rest.reading.t('position.latest', { shown: latest.length, count: all.length })}</p>
      )}
      <Listed {...rest} stands={newestFirst ? latest.reverse() : latest} />
    </>
  )
}

function Listed({ reading, stands, caption, on = false, actor: withActor = true }: Omit<Props, 'newestFirst'>) {
  const { locale, t } = reading
  return (
    <table className="plain stack">
      <caption className="unseen-text">{caption}</caption>
      <thead>
        <tr>
          {withActor && <th scope="col">{t('position.actor')}</th>}
          <th scope="col">{t('position.stance')}</th>
          {on && <th scope="col">{t('position.change')}</th>}
          <th scope="col">{t('position.date')}</th>
          <th scope="col">{t('position.report')}</th>
        </tr>
      </thead>
      <tbody>
        {stands.map(({ report, position, date }) => {
          return (
            <tr key={`${report.id} ${position.actor} ${position.change} ${position.stance} ${date}`}>
              {withActor && (
                <th scope="row">
                  <ActorLink reading={reading} actor={position.actor} />
                </th>
              )}
              <td data-column={t('position.stance')}>
                <span>
                  <span className={`stance ${position.stance}`}>{t(`stance.${position.stance}`)}</span>
                  {position.note && (
                    <span className="soft">
                      {' '}
                      <Words text={position.note} locale={locale} />
                    </span>
                  )}
                  {position.quote && (
                    <>
                      {' '}
                      <Quoted quote={position.quote} />
                    </>
                  )}
                </span>
              </td>
              {on && (
                <td data-column={t('position.change')}>
                  <ChangeLink reading={reading} change={position.change} />
                </td>
              )}
              <td className="date" data-column={t('position.date')}>
                <time dateTime={date}>{formatDate(date, locale)}</time>
              </td>
              <td data-column={t('position.report')}>
                <span>
                  <ReportLink reading={reading} report={report} />
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
