import { Head } from '@/app/_components/page/Head'
import { type Reader, siteHref } from '@/app/_reader/reading'
import type { Missing } from '@/app/_reader/refusal'
import { echoed } from '@/lib/words/echo'

/** The 404 page: what was asked for, and what may have been meant. */
export function NotFound({ reader, missing }: { reader: Reader; missing: Missing }) {
  const { t, edition } = reader
  const { kind, near } = missing
  const id = echoed(missing.id)
  return (
    <>
      <Head kicker={t('errors.kicker', { status: 404 })} title={t('errors.missingTitle')} small>
        <p className="standfirst">
          {kind === 'page'
            ? t('errors.missingText', { number: edition.number })
            : kind === 'dossier'
              ? t('errors.missingDossier', { id })
              : t('errors.missingRecord', { kind, id })}
        </p>
      </Head>
      {near.length > 0 && (
        <>
          <p>{t('errors.near')}</p>
          <ul className="index-list">
            {near.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="pager">
        <a href={siteHref(reader)}>{t('errors.home')}</a>
      </p>
    </>
  )
}
