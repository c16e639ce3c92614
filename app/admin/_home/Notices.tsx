import type { Notice } from '@/db/queries/newsroom/notice'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { readNotices } from '../action'

const verbs: Record<Notice['kind'], string> = {
  'handed-in': 'handed in',
  'sent-back': 'sent back',
  approved: 'approved',
  commented: 'commented on',
  'taken-over': 'took over',
  'handed-on': 'handed on',
  discarded: 'discarded',
  published: 'Published at its time:',
  held: 'Held at its time:',
}

/** What was done to drafts of this person by others, or by the clock, since they last marked it as read. */
export function Notices({ notices, names }: { notices: Notice[]; names: Map<string, string> }) {
  if (notices.length === 0) return null
  return (
    <section className="desk-section" aria-labelledby="notices">
      <h2 id="notices">For you ({notices.length})</h2>
      <ul className="revisions">
        {notices.map(({ id, kind, by, at, draftId, title, text }) => (
          <li key={id}>
            {by === '' ? '' : `${names.get(by) ?? by} `}
            {verbs[kind]} {draftId ? <a href={`/admin/drafts/${draftId}`}>{title}</a> : title}, <Moment at={at} />
            {text ? <p className="said">{text}</p> : null}
          </li>
        ))}
      </ul>
      <DeskForm action={readNotices} page="/admin">
        <button type="submit" className="quiet">
          Mark all as read
        </button>
      </DeskForm>
    </section>
  )
}
