import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { User } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { type Dossier, say } from '@/lib/model'
import { csvRowKinds } from '@/lib/porting/csv/fields'

/** What may be taken away: the site and each dossier as files, of a dossier its reports and positions as tables. */
export async function Exports({ user, dossiers }: { user: User; dossiers: readonly Dossier[] }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const own = dossiers.filter(({ id }) => mayAct(user, 'reviewer', id))
  const address = (path: string, asked: Record<string, string>) => `${path}?${new URLSearchParams(asked)}`
  return (
    <section className="desk-section">
      <h2>{t('porting.export')}</h2>
      <p className="hint">
        {t.rich('porting.exportLead', { form: (words) => <a href={`/${locale}/data/file-form`}>{words}</a> })}
      </p>
      <ul className="records">
        {mayAct(user, 'reviewer') ? (
          <li>
            <a href="/admin/porting/export">{t('porting.site')}</a>
          </li>
        ) : null}
        {own.map(({ id, title }) => (
          <li key={id}>
            <a href={address('/admin/porting/export', { dossier: id })}>{say(title, locale).text}</a>
          </li>
        ))}
      </ul>
      {own.length > 0 ? (
        <>
          <h3>{t('porting.csv.export')}</h3>
          <p className="hint">{t('porting.csv.exportLead')}</p>
          <ul className="records">
            {own.map(({ id, title }) => (
              <li key={id}>
                {say(title, locale).text}
                {csvRowKinds.map((rows) => (
                  <span key={rows}>
                    {' · '}
                    <a href={address('/admin/porting/export/csv', { dossier: id, rows })}>{t(`porting.csv.${rows}`)}</a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
