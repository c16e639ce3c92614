import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { Edition } from '@/db/queries/edition'
import type { EventKind } from '@/lib/events/event'
import { doerInWords } from '@/lib/words/doers'
import { reasonInWords, talliesInWords } from '@/lib/words/edition-words'
import { translator } from '@/lib/words/messages'
import { countsInWords } from './event-counts'
import { Moment } from './Moment'
import { TableHead } from './TableHead'

interface EditionRowsProps {
  editions: Edition[]
  /** Of people, by their ids. */
  names: Map<string, string>
  /** How many events of each kind an edition brought, by its number. */
  told: Map<number, Partial<Record<EventKind, number>>>
  mayUndo?: boolean
}

/** Editions with who made them, why, and what they told, newest first. */
export async function EditionRows({ editions, names, told, mayUndo = false }: EditionRowsProps) {
  const [t, site] = [await deskWords(), translator(await deskLocale())]
  return (
    <table className="plain stack">
      <TableHead
        columns={[
          t('editions.edition'),
          t('editions.published'),
          t('editions.by'),
          t('editions.why'),
          t('editions.records'),
          t('editions.told'),
          ...(mayUndo ? [{ unseen: t('editions.do') }] : []),
        ]}
      />
      <tbody>
        {editions.map(({ number, publishedAt, by, reason, summary }) => (
          <tr key={number}>
            <td data-column={t('editions.edition')}>{number}</td>
            <td data-column={t('editions.published')}>
              <Moment at={publishedAt} />
            </td>
            <td data-column={t('editions.by')}>{doerInWords(t, names, by)}</td>
            <td data-column={t('editions.why')}>{reasonInWords(site, reason)}</td>
            <td data-column={t('editions.records')}>{talliesInWords(t, summary.records)}</td>
            <td data-column={t('editions.told')}>
              <a href={`/admin/events?edition=${number}`}>
                {countsInWords(t, told.get(number) ?? {}) || t('editions.nothingElse')}
              </a>
            </td>
            {mayUndo ? (
              <td>
                <a href={`/admin/editions/undo?edition=${number}`}>{t('editions.undo')}</a>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
