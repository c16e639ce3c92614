import 'server-only'
import { parseSettings, type Settings } from '@/lib/settings'
import { type WireKeys, wireKeys } from '@/lib/wire/keys'

let read: Settings | undefined
let made: WireKeys | undefined

const settings = (): Settings => {
  read ??= parseSettings(process.env)
  return read
}

/** Whether readers can follow by mail. */
export const hasMail = (): boolean => settings().mail !== undefined

/** Hosts to which webhooks may go though their addresses are not of the open internet. */
export const hooksTo = (): readonly string[] => settings().hooksTo

/** The keys of those who follow; the renderer has put the secret of the server where the sign-in looks for it too. */
export function keysOfWire(): WireKeys {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('The server has set no secret.')
  made ??= wireKeys(secret)
  return made
}
