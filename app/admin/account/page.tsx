import { now } from '@/app/_server/clock'
import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { listPasskeys } from '@/db/queries/people/passkey'
import { countRecoveryCodes, hasSecondFactor } from '@/db/queries/people/second-factor'
import { listSessions } from '@/db/queries/session'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { TabTitle } from '../_components/TabTitle'
import { changePassword } from './action'
import { Sessions } from './Sessions'

const acts = ['ended', 'factorOff'] as const

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ said?: string }> }) {
  const { user, session } = await requireRole('author', undefined, { whilePasswordIsNew: true })
  const t = await deskWords()
  const { said } = await searchParams
  const { db } = await database()
  const [sessions, hasFactor, codes, passkeys] = await Promise.all([
    listSessions(db, user.id, now()),
    hasSecondFactor(db, user.id),
    countRecoveryCodes(db, user.id),
    listPasskeys(db, user.id),
  ])
  const act = acts.find((one) => one === said)
  return (
    <main id="main">
      <TabTitle of={t('account.title')} />
      <header className="desk-head">
        <h1>{user.name}</h1>
        <p className="hint">{t('account.signedInAs', { login: user.login, role: user.role })}</p>
      </header>
      {act ? (
        <p className="notice" role="status">
          {t(`account.said.${act}`)}
        </p>
      ) : null}
      {user.mustChangePassword ? (
        <p className="notice" role="status">
          {t('account.firstPassword')}
        </p>
      ) : null}
      {user.passwordHash === null ? null : (
        <section className="desk-section">
          <h2>{t('account.password')}</h2>
          <DeskForm action={changePassword}>
            <Field
              name="current_password"
              label={t('account.current')}
              type="password"
              autoComplete="current-password"
            />
            <Field
              name="new_password"
              label={t('account.new')}
              hint={t('account.newHint')}
              type="password"
              autoComplete="new-password"
            />
            <Field name="again_password" label={t('account.again')} type="password" autoComplete="new-password" />
            <p>
              <button type="submit">{t('account.change')}</button>
            </p>
          </DeskForm>
        </section>
      )}
      <section className="desk-section">
        <h2>{t('account.factor')}</h2>
        <p>{hasFactor ? t('account.factorOn', { codes }) : t('account.factorNone')}</p>
        <p>
          <a href="/admin/account/second-factor">{hasFactor ? t('account.factorChange') : t('account.factorSetUp')}</a>
        </p>
      </section>
      <section className="desk-section">
        <h2>{t('passkeys.title')}</h2>
        <p>{t('passkeys.count', { count: passkeys.length })}</p>
        <p>
          <a href="/admin/account/passkeys">{t('passkeys.manage')}</a>
        </p>
      </section>
      <Sessions t={t} user={user.id} own={session.id} sessions={sessions} />
    </main>
  )
}
