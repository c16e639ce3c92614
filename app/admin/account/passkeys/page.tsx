import { headers } from 'next/headers'
import { now } from '@/app/_server/clock'
import { deskWords, siteNameHere } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { askForNewPasskey } from '@/app/_server/sign-in/passkey'
import { database } from '@/db/client'
import { listPasskeys } from '@/db/queries/people/passkey'
import { deviceOf } from '@/lib/auth/device'
import { isProved } from '@/lib/auth/proof'
import { DeskForm } from '../../_components/DeskForm'
import { Moment } from '../../_components/Moment'
import { ProofField } from '../../_components/proof/ProofField'
import { TableHead } from '../../_components/TableHead'
import { TabTitle } from '../../_components/TabTitle'
import { removeOne } from './action'
import { NewPasskey } from './NewPasskey'

const page = '/admin/account/passkeys'
const acts = ['added', 'removed'] as const

/** The passkeys of one's own account. */
export default async function PasskeysPage({ searchParams }: { searchParams: Promise<{ said?: string }> }) {
  const { user, session } = await requireRole('author')
  const [t, { said }] = [await deskWords(), await searchParams]
  const { db } = await database()
  const passkeys = await listPasskeys(db, user.id)
  const isNeeded = !isProved(session, now())
  const act = acts.find((one) => one === said)
  const device = deviceOf((await headers()).get('user-agent') ?? '') ?? ''
  return (
    <main id="main">
      <TabTitle of={t('passkeys.title')} />
      <header className="desk-head">
        <p className="smallcaps">
          <a href="/admin/account">{t('account.title')}</a>
        </p>
        <h1>{t('passkeys.title')}</h1>
        <p className="hint">{t('passkeys.lead')}</p>
      </header>
      {act ? (
        <p className="notice" role="status">
          {t(`passkeys.said.${act}`)}
        </p>
      ) : null}
      {passkeys.length === 0 ? (
        <p className="hint">{t('passkeys.none')}</p>
      ) : (
        <table className="plain stack">
          <TableHead
            columns={[t('passkeys.name'), t('passkeys.made'), t('account.lastSeen'), { unseen: t('passkeys.remove') }]}
          />
          <tbody>
            {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
              <tr key={id}>
                <td>{name}</td>
                <td data-column={t('passkeys.made')}>
                  <Moment at={createdAt} />
                </td>
                <td data-column={t('account.lastSeen')}>
                  {lastUsedAt ? <Moment at={lastUsedAt} /> : t('people.never')}
                </td>
                <td>
                  <DeskForm action={removeOne} page={page}>
                    <input type="hidden" name="passkey" value={id} />
                    <ProofField isNeeded={isNeeded} id={`f-remove-${id}`} />
                    <button type="submit" className="quiet">
                      {t('passkeys.remove')}
                    </button>
                  </DeskForm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section className="desk-section">
        <h2>{t('passkeys.new')}</h2>
        <NewPasskey
          options={await askForNewPasskey(user, await siteNameHere(), passkeys)}
          page={page}
          name={{ label: t('passkeys.name'), hint: t('passkeys.nameHint'), value: device }}
          button={t('passkeys.make')}
          isNeeded={isNeeded}
        />
      </section>
    </main>
  )
}
