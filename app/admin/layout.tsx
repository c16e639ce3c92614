import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { setStatus } from '@/app/_server/answer-status'
import { heldForm } from '@/app/_server/held-form'
import { currentUser } from '@/app/_server/session'
import { database } from '@/db/client'
import { countUnread } from '@/db/queries/newsroom/notice'
import { deskLanguage } from '@/lib/addresses/names'
import { mayAct } from '@/lib/auth/roles'
import '@/app/_styles/site.css'
import './desk.css'
import './desk-forms.css'
import { DeskForm } from './_components/DeskForm'
import { FreshOnReturn } from './_components/FreshOnReturn'
import { HeldForm } from './_components/HeldForm'
import { Shortcuts } from './_components/Shortcuts'
import { signOut } from './account/action'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Desk', template: '%s · Rulewire desk' },
  robots: { index: false, follow: false },
}

const unreadOf = async (user: string) => countUnread((await database()).db, user)

/** The frame of the desk. It decides nothing: every page and action asks for its role itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  // With the database away there is nobody; the page itself says what is wrong.
  const signedIn = await currentUser().catch(() => null)
  // The page would send a stranger to the sign-in, and a form that came with this very request would be lost.
  const unread = signedIn ? await unreadOf(signedIn.user.id).catch(() => 0) : 0
  const held = signedIn ? null : heldForm()
  if (held) setStatus(held.signedOut ? 401 : 503)
  return (
    <html lang={deskLanguage}>
      <body className="desk">
        <a className="skip" href="#main">
          Skip to content
        </a>
        <header className="desk-bar">
          <a className="wordmark" href={`/${deskLanguage}`}>
            Rulewire
          </a>
          {signedIn ? (
            <>
              <nav aria-label="Desk">
                <a href="/admin">Desk{unread > 0 ? ` (${unread})` : ''}</a>
                <a href="/admin/reports">Reports</a>
                <a href="/admin/records">Rules and records</a>
                <a href="/admin/contradictions">Contradictions</a>
                <a href="/admin/editions">Editions</a>
                {mayAct(signedIn.user, 'admin') ? <a href="/admin/audit">Audit log</a> : null}
              </nav>
              <div className="who">
                <Shortcuts />
                <a href="/admin/account">{signedIn.user.name}</a>
                <DeskForm action={signOut} signsOut={signedIn.user.id}>
                  <button type="submit" className="quiet">
                    Sign out
                  </button>
                </DeskForm>
              </div>
            </>
          ) : null}
        </header>
        <div className="desk-page">{held ? <HeldForm {...held} /> : children}</div>
        <FreshOnReturn />
      </body>
    </html>
  )
}
