import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { listSessions } from '@/db/queries/session'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { Moment } from '../_components/Moment'
import { changePassword, signOut, signOutEverywhere } from './action'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { user, session } = await requireRole('author', undefined, { whilePasswordIsNew: true })
  const { db } = await database()
  const sessions = await listSessions(db, user.id)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>{user.name}</h1>
        <p className="hint">
          Signed in as {user.login}, role {user.role}.
        </p>
      </header>
      {user.mustChangePassword ? (
        <p className="notice" role="status">
          This account still has its first password. Set one of your own to go on.
        </p>
      ) : null}
      <section className="desk-section">
        <h2>Password</h2>
        <DeskForm action={changePassword}>
          <Field name="current_password" label="Current password" type="password" autoComplete="current-password" />
          <Field
            name="new_password"
            label="New password"
            hint="At least 12 characters. A few random words do well."
            type="password"
            autoComplete="new-password"
          />
          <Field name="again_password" label="New password again" type="password" autoComplete="new-password" />
          <p>
            <button type="submit">Change password</button>
          </p>
        </DeskForm>
      </section>
      <section className="desk-section">
        <h2>Sessions</h2>
        <table className="plain stack">
          <thead>
            <tr>
              <th scope="col">Browser</th>
              <th scope="col">Address</th>
              <th scope="col">Signed in</th>
              <th scope="col">Last seen</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((one) => (
              <tr key={one.id}>
                <td data-column="Browser">
                  {one.userAgent.slice(0, 120) || 'unknown'}{' '}
                  {one.id === session.id ? <strong>(this one)</strong> : null}
                </td>
                <td data-column="Address">{one.address}</td>
                <td data-column="Signed in">
                  <Moment at={one.createdAt} />
                </td>
                <td data-column="Last seen">
                  <Moment at={one.lastSeenAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="buttons">
          <DeskForm action={signOut} signsOut={user.id}>
            <button type="submit">Sign out</button>
          </DeskForm>
          <DeskForm action={signOutEverywhere} signsOut={user.id}>
            <button type="submit" className="quiet">
              Sign out everywhere
            </button>
          </DeskForm>
        </div>
      </section>
    </main>
  )
}
