import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { OpenDraft } from '@/db/queries/draft'
import { say } from '@/lib/model'
import { Moment } from '../_components/Moment'
import { TableHead } from '../_components/TableHead'

interface Props {
  drafts: OpenDraft[]
  names: Map<string, string>
  /** What is said where there is none. */
  empty?: string
}

/** Drafts in a list: what each is, whose, how far, and the ways to open and to publish it. */
export async function DraftTable({ drafts, names, empty = '' }: Props) {
  if (drafts.length === 0) return <p className="hint">{empty}</p>
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <table className="plain stack">
      <TableHead
        columns={[t('home.record'), t('home.kind'), t('home.by'), t('home.saved'), { unseen: t('home.do') }]}
      />
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <td>
              <a href={`/admin/drafts/${draft.id}`}>{say(draft.titles, locale).text}</a>
              <span className="hint">
                {draft.baseRevision === null ? ` ${t('home.new')}` : ''}{' '}
                {draft.state === 'draft' ? '' : t(`home.state.${draft.state}`)}
                {draft.embargo ? ` ${t('home.embargo')}` : ''}
              </span>
            </td>
            <td data-column={t('home.kind')}>{t(`kind.${draft.kind}`)}</td>
            <td data-column={t('home.by')}>{names.get(draft.author) ?? draft.author}</td>
            <td data-column={t('home.saved')}>
              <Moment at={draft.updatedAt} />
            </td>
            <td>
              <a href={`/admin/publish?draft=${draft.id}`}>{t('home.review')}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
