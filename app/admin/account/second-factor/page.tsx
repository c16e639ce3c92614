import { encode } from 'uqr'
import { now } from '@/app/_server/clock'
import { deskWords, siteNameHere } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openForFactor } from '@/app/_server/sign-in/second-factor'
import { database } from '@/db/client'
import { takeNewCodes } from '@/db/commands/people/second-factor'
import { countRecoveryCodes, findSecondFactor } from '@/db/queries/people/second-factor'
import { isProved } from '@/lib/auth/proof'
import { totpAddress } from '@/lib/auth/second-factor'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { ProofField } from '../../_components/proof/ProofField'
import { TabTitle } from '../../_components/TabTitle'
import { begin, confirm, remove, renewCodes } from './action'

const page = '/admin/account/second-factor'

/** The second factor of one's own account: set up, in use, given up. */
export default async function SecondFactorPage() {
  const { user, session } = await requireRole('author')
  const t = await deskWords()
  const { db } = await database()
  const factor = await findSecondFactor(db, user.id)
  const isNeeded = !isProved(session, now())
  const secret = factor && factor.confirmedAt === null ? openForFactor(user.id, factor) : null
  return (
    <main id="main">
      <TabTitle of={t('account.factor')} />
      <header className="desk-head">
        <p className="smallcaps">
          <a href="/admin/account">{t('account.title')}</a>
        </p>
        <h1>{t('account.factor')}</h1>
        <p className="hint">{t('factor.lead')}</p>
      </header>
      {factor?.confirmedAt ? <InUse t={t} user={user.id} isNeeded={isNeeded} /> : null}
      {secret !== null ? (
        <SetUp t={t} secret={secret} names={{ issuer: await siteNameHere(), label: user.login }} isNeeded={isNeeded} />
      ) : null}
      {factor?.confirmedAt ? null : (
        <section className="desk-section">
          <DeskForm action={begin} page={page}>
            <ProofField isNeeded={isNeeded} id="f-begin-password" />
            <button type="submit" className={secret === null ? '' : 'quiet'}>
              {secret === null ? t('factor.begin') : t('factor.otherSecret')}
            </button>
          </DeskForm>
        </section>
      )}
    </main>
  )
}

interface SetUpProps {
  t: DeskWords
  secret: string
  names: { issuer: string; label: string }
  isNeeded: boolean
}

/** The secret as a picture and as a text, and the field for the first code. */
function SetUp({ t, secret, names, isNeeded }: SetUpProps) {
  const address = totpAddress(secret, names)
  return (
    <section className="desk-section">
      <p>{t('factor.scan')}</p>
      <Picture text={address} label={t('factor.picture')} />
      <p>
        <a href={address}>{t('factor.open')}</a>
      </p>
      <p>
        {t('factor.byHand')} <code id="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <DeskForm action={confirm} page={page}>
        <Field name="code" label={t('factor.code')} autoComplete="one-time-code" size="short" />
        <ProofField isNeeded={isNeeded} />
        <button type="submit">{t('factor.confirm')}</button>
      </DeskForm>
    </section>
  )
}

/** A QR code, dark on white whatever the light of the desk: cameras expect that. */
function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg role="img" aria-label={label} width={size * 5} height={size * 5} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

async function InUse({ t, user, isNeeded }: { t: DeskWords; user: string; isNeeded: boolean }) {
  const { db, write } = await database()
  const [codes, taken] = [await countRecoveryCodes(db, user), await write((tx) => takeNewCodes(tx, user))]
  const fresh = taken && openForFactor(user, taken)
  return (
    <>
      {fresh ? (
        <div className="notice" role="status">
          <p>{t('factor.codes')}</p>
          <ul id="codes" className="records">
            {fresh.split(' ').map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <section className="desk-section">
        <p>{t('account.factorOn', { codes })}</p>
        <DeskForm action={renewCodes} page={page}>
          <ProofField isNeeded={isNeeded} />
          <button type="submit" className="quiet">
            {t('factor.renew')}
          </button>
        </DeskForm>
        <details>
          <summary>{t('factor.removing')}</summary>
          <DeskForm action={remove} page={page}>
            <ProofField isNeeded={isNeeded} id="f-remove-password" />
            <button type="submit" className="quiet">
              {t('factor.remove')}
            </button>
          </DeskForm>
        </details>
      </section>
    </>
  )
}
