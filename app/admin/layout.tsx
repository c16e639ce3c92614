import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { setStatus } from '@/app/_server/answer-status'
import { deskLocale, deskWords, siteNameHere } from '@/app/_server/desk-words'
import { heldForm } from '@/app/_server/held-form'
import { currentUser } from '@/app/_server/session'
import { currentSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { countUnread } from '@/db/queries/newsroom/notice'
import { files } from '@/lib/addresses/feeds'
import { mayAct } from '@/lib/auth/roles'
import { browserWordsIn } from '@/lib/words/desk-messages'
import { directionOf } from '@/lib/words/direction'
import '@/app/_styles/site.css'
import './desk.css'
import './desk-forms.css'
import './desk-bar.css'
import { DeskForm } from './_components/DeskForm'
import { FreshOnReturn } from './_components/FreshOnReturn'
import { HeldForm } from './_components/HeldForm'
import { InBrowser } from './_components/InBrowser'
import { LanguageChoice } from './_components/LanguageChoice'
import { Shortcuts } from './_components/Shortcuts'
import { signOut } from './account/action'

export const dynamic = 'force-dynamic'

// Tabs say what their pages show (`TabTitle`), in the language of who reads.
export const metadata: Metadata = { robots: { index: false, follow: false } }

const unreadOf = async (user: string) => countUnread((await database()).db, user)

/** The frame of the desk. It decides nothing: every page and action asks for its role itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  // With the database away there is nobody; the page itself says what is wrong.
  const signedIn = await currentUser().catch(() => null)
  // The page would send a stranger to the sign-in, and a form that came with this very request would be lost.
  const unread = signedIn ? await unreadOf(signedIn.user.id).catch(() => 0) : 0
  const held = signedIn ? null : heldForm()
  if (held) setStatus(held.signedOut ? 401 : 503)
  const { accent } = await currentSite()
  const [locale, siteName, t] = await Promise.all([deskLocale(), siteNameHere(), deskWords()])
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body className="desk">
        {accent && <link rel="stylesheet" href={files.accent.path} precedence="accent" />}
        <InBrowser words={browserWordsIn(locale)}>
          <a className="skip" href="#main">
            {t('frame.skip')}
          </a>
          <header className="desk-bar">
            <a className="wordmark" href={`/${locale}`}>
              {siteName}
            </a>
            {signedIn ? (
              <nav aria-label={t('frame.nav')}>
                <a href="/admin">{t('frame.desk', { unread })}</a>
                <a href="/admin/reports">{t('frame.reports')}</a>
                <a href="/admin/records">{t('frame.records')}</a>
                <a href="/admin/contradictions">{t('frame.contradictions')}</a>
                <a href="/admin/editions">{t('frame.editions')}</a>
                {mayAct(signedIn.user, 'admin') ? <a href="/admin/deliveries">{t('frame.deliveries')}</a> : null}
                {mayAct(signedIn.user, 'admin') ? <a href="/admin/people">{t('frame.people')}</a> : null}
                {mayAct(signedIn.user, 'admin') ? <a href="/admin/audit">{t('frame.audit')}</a> : null}
              </nav>
            ) : null}
            <div className="who">
              <LanguageChoice locale={locale} />
              {signedIn ? (
                <>
                  <Shortcuts />
                  <a href="/admin/account">{signedIn.user.name}</a>
                  <DeskForm action={signOut} signsOut={signedIn.user.id}>
                    <button type="submit" className="quiet">
                      {t('frame.signOut')}
                    </button>
                  </DeskForm>
                </>
              ) : null}
            </div>
          </header>
          <div className="desk-page">{held ? <HeldForm {...held} /> : children}</div>
          <FreshOnReturn />
        </InBrowser>
      </body>
    </html>
  )
}
