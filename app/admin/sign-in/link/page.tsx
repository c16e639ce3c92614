import { setStatus } from '@/app/_server/answer-status'
import { now } from '@/app/_server/clock'
import { deskWords } from '@/app/_server/desk-words'
import { database } from '@/db/client'
import { findLink, type SignInLink } from '@/db/queries/people/link'
import { findUser, type User } from '@/db/queries/user'
import { tokenMark } from '@/lib/auth/token'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { TabTitle } from '../../_components/TabTitle'
import { openByLink } from './action'

type Asked = Promise<{ token?: string | string[] }>

/** Where a one-time link leads. Looking at it uses nothing up: programs that follow links in mail do no harm. */
export default async function LinkPage({ searchParams }: { searchParams: Asked }) {
  const { token = '' } = await searchParams
  const t = await deskWords()
  const opened = typeof token === 'string' ? await openedBy(token) : null
  if (!opened || typeof token !== 'string') {
    setStatus(410)
    return (
      <main id="main" className="door">
        <TabTitle of={t('link.goneTitle')} />
        <p className="smallcaps">{t('signIn.kicker')}</p>
        <h1>{t('link.goneTitle')}</h1>
        <p>{t('link.goneText')}</p>
        <p className="hint">
          <a href="/admin/sign-in">{t('link.toSignIn')}</a>
        </p>
      </main>
    )
  }
  const { link, user } = opened
  const title = t(`link.title.${link.kind}`)
  return (
    <main id="main" className="door">
      <TabTitle of={title} />
      <p className="smallcaps">{t('signIn.kicker')}</p>
      <h1>{title}</h1>
      <p>{t(`link.text.${link.kind}`, { name: user?.name ?? '', login: user?.login ?? '' })}</p>
      <DeskForm action={openByLink} page={`/admin/sign-in/link?${new URLSearchParams({ token })}`}>
        <input type="hidden" name="token" value={token} />
        {user ? (
          // For the browser's own store of passwords, which looks for a name beside them.
          <input
            className="unseen-text"
            tabIndex={-1}
            aria-hidden
            readOnly
            autoComplete="username"
            value={user.login}
          />
        ) : (
          <>
            <Field name="login" label={t('link.login')} hint={t('link.loginHint')} autoComplete="username" />
            <Field name="name" label={t('link.name')} hint={t('link.nameHint')} autoComplete="name" />
          </>
        )}
        <Field
          name="new_password"
          label={t('link.password')}
          hint={t('account.newHint')}
          type="password"
          autoComplete="new-password"
        />
        <Field name="again_password" label={t('link.again')} type="password" autoComplete="new-password" />
        <p>
          <button type="submit">{t('link.submit')}</button>
        </p>
      </DeskForm>
    </main>
  )
}

/** The open link of a token, and whose it is; null where it opens nothing. */
async function openedBy(token: string): Promise<{ link: SignInLink; user: User | null } | null> {
  const { db } = await database()
  const link = await findLink(db, tokenMark(token), now())
  if (!link) return null
  const user = link.userId === null ? null : await findUser(db, link.userId)
  return user?.disabledAt ? null : { link, user }
}
