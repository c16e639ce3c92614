import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { Following } from '@/app/_server/drafts/following'
import { say } from '@/lib/model'

const mostShown = 100

/** The records without a draft that are rewritten with what is published, because they name what gets another id. */
export async function Followers({ following }: { following: readonly Following[] }) {
  if (following.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <details id="following">
      <summary>{t('publish.following', { count: following.length })}</summary>
      <ul>
        {following.slice(0, mostShown).map(({ kind, dossier, id, titles }) => (
          <li key={`${kind} ${dossier} ${id}`}>
            <a href={`/admin/history?${new URLSearchParams({ kind, dossier, id })}`}>
              {say(titles, locale).text || id}
            </a>{' '}
            <span className="hint">
              {t(`kind.${kind}`)} <code>{id}</code>
            </span>
          </li>
        ))}
        {following.length > mostShown ? <li>{t('records.more', { count: following.length - mostShown })}</li> : null}
      </ul>
    </details>
  )
}
