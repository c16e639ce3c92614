import { origin } from '@/app/_server/address'
import { tokenPlace } from '@/app/_server/people/link'
import { keysOfWire } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import { takeToken } from '@/db/commands/people/link'
import { linkPath } from '@/lib/auth/token'
import type { DeskWords } from '@/lib/words/desk-messages'
import { Moment } from '../../_components/Moment'

interface Props {
  t: DeskWords
  user: string
  /** Who asks. */
  by: string
  /** Whether it was mailed, as the address of the page tells it. */
  mailed: string | string[] | undefined
}

/** The one-time link of a person, the first time that who made it looks. */
export async function GivenLink({ t, user, by, mailed }: Props) {
  if (mailed === undefined) return null
  const { write } = await database()
  const taken = await write((tx) => takeToken(tx, { user, by }))
  if (!taken) return null
  const url = `${await origin()}${linkPath(keysOfWire().open(taken, tokenPlace(user)))}`
  return (
    <div className={mailed === 'failed' ? 'notice wrong' : 'notice'} role="status">
      {mailed === 'sent' ? <p>{t('people.mailed')}</p> : null}
      {mailed === 'failed' ? <p>{t('people.mailFailed')}</p> : null}
      <p>{t.rich('people.link', { until: () => <Moment at={taken.expiresAt} /> })}</p>
      <p>
        <code id="link">{url}</code>
      </p>
    </div>
  )
}
