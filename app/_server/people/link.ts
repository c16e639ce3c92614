import 'server-only'
import { database } from '@/db/client'
import { openLink } from '@/db/commands/people/link'
import type { User } from '@/db/queries/user'
import { linkPath, newToken, tokenMark } from '@/lib/auth/token'
import type { Locale } from '@/lib/model'
import { linkLetter } from '@/lib/wire/link-letter'
import type { DeskWords } from '@/lib/words/desk-messages'
import { origin } from '../address'
import { now } from '../clock'
import { siteNameHere } from '../desk-words'
import { keysOfWire } from '../wire/keys'
import { mailOnce } from '../wire/mail-once'

/** What somebody asks who gives another a link. */
interface Asked {
  kind: 'invite' | 'reset'
  user: Pick<User, 'id' | 'login' | 'name'>
  by: Pick<User, 'id' | 'name'>
  /** Where it is mailed to; '': nowhere. */
  mail: string
  t: DeskWords
  locale: Locale
}

const hour = 3_600_000

/** Where a sealed token stands: elsewhere it does not open. */
export const tokenPlace = (user: string): string => `link ${user}`

/**
 * Opens a one-time link for a person, and mails it where an address is given. Who made it sees it once on the page of the person. Says whether
 * it was mailed; `none`: it was not asked for.
 */
export async function giveLink({ kind, user, by, mail, t, locale }: Asked): Promise<'none' | 'sent' | 'failed'> {
  const token = newToken()
  const at = now()
  const { write } = await database()
  const sealed = keysOfWire().seal(token, tokenPlace(user.id))
  const link = await write((tx) => openLink(tx, { kind, user: user.id, mark: tokenMark(token), sealed, at, by: by.id }))
  if (mail === '') return 'none'
  const url = `${await origin()}${linkPath(token)}`
  const hours = Math.round((Date.parse(link.expiresAt) - Date.parse(at)) / hour)
  const said = {
    kind,
    site: await siteNameHere(),
    by: by.name,
    name: user.name,
    login: user.login,
    url,
    hours,
  }
  const outcome = await mailOnce(mail, (envelope) => linkLetter({ t, locale }, said, envelope))
  if (!outcome.ok) console.error(`A link could not be mailed: ${outcome.error}`)
  return outcome.ok ? 'sent' : 'failed'
}
