import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { Notice } from '@/db/queries/newsroom/notice'
import { say } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Moment, Timed } from '../_components/Moment'
import { readNotices } from '../action'
import { heldInWords } from './held-words'

const DraftLink = ({ id, title }: { id: string | null; title: string }) =>
  id ? <a href={`/admin/drafts/${id}`}>{title}</a> : title

/** What was done to drafts of this person by others, or by the clock, since they last marked it as read. */
export async function Notices({ notices, names }: { notices: Notice[]; names: Map<string, string> }) {
  if (notices.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <section className="desk-section" aria-labelledby="notices">
      <h2 id="notices">{t('home.forYou', { count: notices.length })}</h2>
      <ul className="revisions">
        {notices.map(({ id, kind, by, at, draftId, titles, text }) => (
          <li key={id}>
            {t.rich(`home.notice.${kind}`, {
              who: names.get(by) ?? by,
              draft: () => <DraftLink id={draftId} title={say(titles, locale).text} />,
              when: () => <Moment at={at} />,
            })}
            {text ? <p className="said">{by === '' ? <Timed text={heldInWords(t, locale, text)} /> : text}</p> : null}
          </li>
        ))}
      </ul>
      <DeskForm action={readNotices} page="/admin">
        <button type="submit" className="quiet">
          {t('home.markRead')}
        </button>
      </DeskForm>
    </section>
  )
}
