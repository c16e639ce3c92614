import 'server-only'
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { database } from '@/db/client'
import { addPasskey, notePasskey, spendChallenge } from '@/db/commands/people/passkey'
import { findPasskey, type Passkey } from '@/db/queries/people/passkey'
import { findUser, type User } from '@/db/queries/user'
import { isOurChallenge, newChallenge } from '@/lib/auth/challenge'
import { origin } from '../address'
import { now } from '../clock'
import { keysOfWire } from '../wire/keys'
import { enter } from './enter'

const toSignIn = 'sign-in'
const toRegister = (user: string): string => `register ${user}`
const challengeFor = (purpose: string) => newChallenge(keysOfWire().mark, purpose, now())
const isOurs = (purpose: string) => (challenge: string) => isOurChallenge(keysOfWire().mark, purpose, challenge, now())

/** The host that passkeys of this site belong to, and the address that the browser has to name. */
async function party(): Promise<{ rpID: string; expectedOrigin: string }> {
  const expectedOrigin = await origin()
  return { rpID: new URL(expectedOrigin).hostname, expectedOrigin }
}

const transportsOf = ({ transports }: Passkey) => transports as AuthenticatorTransport[]

/** What a browser is asked that is to sign somebody in by a passkey, whoever it is. */
export async function askForPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { rpID } = await party()
  return generateAuthenticationOptions({ rpID, challenge: challengeFor(toSignIn), userVerification: 'required' })
}

/** What a browser is asked that is to make a passkey for somebody. */
export async function askForNewPasskey(
  { id, login, name }: Pick<User, 'id' | 'login' | 'name'>,
  site: string,
  known: readonly Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { rpID } = await party()
  return generateRegistrationOptions({
    rpName: site,
    rpID,
    userName: login,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(id)),
    challenge: challengeFor(toRegister(id)),
    attestationType: 'none',
    excludeCredentials: known.map((one) => ({ id: one.id, transports: transportsOf(one) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

const credential = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
})

/** What an authenticator answered, as the browser hands it over; null where it is none. */
function read(answer: string): z.infer<typeof credential> | null {
  try {
    return credential.safeParse(JSON.parse(answer)).data ?? null
  } catch {
    return null
  }
}

/** The challenge that an answer names. */
const challengeIn = ({ response }: z.infer<typeof credential>): string =>
  (JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as { challenge?: string }).challenge ?? ''

/** Keeps the passkey that a browser has made for somebody. False: what it answered is not right, too old, or came before. */
export async function keepPasskey(user: string, name: string, answer: string): Promise<boolean> {
  const given = read(answer)
  if (!given) return false
  const { rpID, expectedOrigin } = await party()
  const verified = await verifyRegistrationResponse({
    response: given as unknown as RegistrationResponseJSON,
    expectedChallenge: isOurs(toRegister(user)),
    expectedOrigin,
    expectedRPID: rpID,
  }).catch(() => null)
  if (!verified?.verified) return false
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  const [at, key] = [now(), Buffer.from(publicKey).toString('base64url')]
  const { write } = await database()
  return write(
    async (tx) =>
      (await spendChallenge(tx, { challenge: challengeIn(given), at })) &&
      addPasskey(tx, { id, userId: user, name, publicKey: key, counter, transports, at }),
  )
}

class ChallengeSpentError extends Error {}

/** Signs the running request's browser in by what its passkey answered. False: it is not right, or unknown here. Only actions may call it. */
export async function signInByPasskey(answer: string): Promise<boolean> {
  const given = read(answer)
  const { db } = await database()
  const passkey = given && (await findPasskey(db, given.id))
  const user = passkey && (await findUser(db, passkey.userId))
  if (!given || !passkey || !user || user.disabledAt !== null) return false
  const { rpID, expectedOrigin } = await party()
  const verified = await verifyAuthenticationResponse({
    response: given as unknown as AuthenticationResponseJSON,
    expectedChallenge: isOurs(toSignIn),
    expectedOrigin,
    expectedRPID: rpID,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
      transports: transportsOf(passkey),
    },
  }).catch(() => null)
  if (!verified?.verified) return false
  const [at, counter] = [now(), verified.authenticationInfo.newCounter]
  return enter(
    user.id,
    async (tx) => {
      if (!(await spendChallenge(tx, { challenge: challengeIn(given), at }))) throw new ChallengeSpentError()
      await notePasskey(tx, { id: passkey.id, counter, at })
    },
    'passkey',
  ).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ChallengeSpentError) return false
      throw error
    },
  )
}
