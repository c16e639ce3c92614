import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { OpenDraft } from '@/db/queries/draft'
import { say } from '@/lib/model'
import { fieldLabel } from '../_components/field-label'
import type { Touched } from './id-plan'

const mostShown = 100
const mostPlaces = 5

/** The records that name something, each with where it does, and the drafts that do and stay as they are. */
export async function TouchedRecords({ touched, left }: { touched: readonly Touched[]; left: readonly OpenDraft[] }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <section className="desk-section" id="touched">
      <h2>{t('newId.named', { count: touched.length })}</h2>
      <ul>
        {touched.slice(0, mostShown).map(({ kind, dossier, id, title, places }) => (
          <li key={`${kind} ${dossier} ${id}`}>
            <a href={`/admin/history?${new URLSearchParams({ kind, dossier, id })}`}>{title}</a>{' '}
            <span className="hint">
              {t(`kind.${kind}`)} <code>{id}</code>{' '}
              {places
                .slice(0, mostPlaces)
                .map((place) => fieldLabel(locale, place))
                .join(t('draft.between'))}{' '}
              {places.length > mostPlaces ? t('records.more', { count: places.length - mostPlaces }) : null}
            </span>
          </li>
        ))}
        {touched.length > mostShown ? <li>{t('records.more', { count: touched.length - mostShown })}</li> : null}
      </ul>
      {left.length > 0 ? (
        <div className="notice">
          <p>{t('newId.left')}</p>
          <ul>
            {left.map(({ id, titles }) => (
              <li key={id}>
                <a href={`/admin/drafts/${id}`}>{say(titles, locale).text}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
