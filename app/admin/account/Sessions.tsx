import type { Session } from '@/db/queries/session'
import { deviceOf } from '@/lib/auth/device'
import { sessionHandle } from '@/lib/auth/proof'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { TableHead } from '../_components/TableHead'
import { endOneSession, signOut, signOutEverywhere } from './action'

interface Props {
  t: DeskWords
  user: string
  /** The session that looks. */
  own: string
  sessions: Session[]
}

/** Where the account is signed in, with the last use of each; one is ended, or all. */
export function Sessions({ t, user, own, sessions }: Props) {
  return (
    <section className="desk-section">
      <h2>{t('account.sessions')}</h2>
      <table className="plain stack">
        <TableHead
          columns={[
            t('account.browser'),
            t('account.address'),
            t('account.signedIn'),
            t('account.lastSeen'),
            { unseen: t('account.end') },
          ]}
        />
        <tbody>
          {sessions.map((one) => (
            <tr key={one.id}>
              <td data-column={t('account.browser')} title={one.userAgent}>
                {deviceOf(one.userAgent) ?? (one.userAgent.slice(0, 120) || t('account.unknown'))}{' '}
                {one.id === own ? <strong>{t('account.thisOne')}</strong> : null}
              </td>
              <td data-column={t('account.address')}>{one.address}</td>
              <td data-column={t('account.signedIn')}>
                <Moment at={one.createdAt} />
              </td>
              <td data-column={t('account.lastSeen')}>
                <Moment at={one.lastSeenAt} />
              </td>
              <td>
                {one.id === own ? null : (
                  <DeskForm action={endOneSession} page="/admin/account">
                    <input type="hidden" name="session" value={sessionHandle(one.id)} />
                    <button type="submit" className="quiet">
                      {t('account.end')}
                    </button>
                  </DeskForm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <DeskForm action={signOut} signsOut={user}>
          <button type="submit">{t('account.signOut')}</button>
        </DeskForm>
        <DeskForm action={signOutEverywhere} signsOut={user}>
          <button type="submit" className="quiet">
            {t('account.everywhere')}
          </button>
        </DeskForm>
      </div>
    </section>
  )
}
