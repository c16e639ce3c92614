'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { type DeskRequest, deskAction, refused } from '@/app/_server/desk-action'
import { giveLink } from '@/app/_server/people/link'
import { identityProvider } from '@/app/_server/sign-in/identity-provider'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { handDraftsOn } from '@/db/commands/people/hand-on'
import { addIdentity, removeIdentity } from '@/db/commands/people/identity'
import { removePasskeys } from '@/db/commands/people/passkey'
import { removeSecondFactor } from '@/db/commands/people/second-factor'
import { endSessionsOf } from '@/db/commands/session'
import { disableUser, enableUser } from '@/db/commands/user'
import { findPerson } from '@/db/queries/people/person'
import { findUser } from '@/db/queries/user'
import { mailboxSchema } from '@/lib/wire/mailbox'
import { giveRoles, rolesWithin, siteRoleField } from '../role-form'

const whole = { dossier: () => '' }
const proved = { ...whole, proof: true }
const personForm = z.object({ person: z.string() })

const gone = ({ t, formData }: Pick<DeskRequest<unknown>, 't' | 'formData'>) => refused([t('people.gone')], formData)
const personPage = (id: string, said: string): string => `/admin/people/${id}?said=${said}`

/** Gives a person other roles. Their sessions end. */
export const changeRoles = deskAction(
  personForm.extend({ role: siteRoleField }),
  'admin',
  async ({ data: { person, role }, user, formData, t }) => {
    const { db, write } = await database()
    const found = await findUser(db, person)
    if (!found) return gone({ t, formData })
    const { dossiers } = await openSite()
    const ids = [...new Set([...dossiers.map(({ id }) => id), ...Object.keys(found.dossierRoles)])]
    const within = rolesWithin(formData, ids)
    const isGiven = await write((tx) => giveRoles(tx, found, { role, within, by: user.id, at: now() }))
    if (!isGiven) return refused([t('action.fields')], formData, { role: [t('people.lastAdmin')] })
    redirect(personPage(person, 'roles'))
  },
  proved,
)

/** Makes a new link for a person: to begin, or to choose another password. */
export const newLink = deskAction(
  personForm.extend({ mail: z.union([z.literal(''), mailboxSchema], { error: 'is not a mail address' }).default('') }),
  'admin',
  async ({ data: { person, mail }, user, formData, t, locale }) => {
    const { db } = await database()
    const found = await findPerson(db, person)
    if (!found || found.state === 'disabled') return gone({ t, formData })
    const kind = found.state === 'invited' ? 'invite' : 'reset'
    const mailed = await giveLink({ kind, user: found.user, by: user, mail, t, locale })
    redirect(`/admin/people/${person}?mailed=${mailed}`)
  },
  proved,
)

/** Shuts a person out at once, lets one in again, ends all their sessions, or takes away a second factor and passkeys that were lost. */
export const changeAccess = deskAction(
  personForm.extend({ act: z.enum(['disable', 'enable', 'sign-out', 'factors']) }),
  'admin',
  async ({ data: { person, act }, user, formData, t }) => {
    const { write } = await database()
    const given = { user: person, at: now(), by: user.id }
    const done = await write(async (tx) => {
      if (act === 'disable') return disableUser(tx, given)
      if (act === 'enable') return enableUser(tx, given)
      const found = await findUser(tx, person)
      if (!found) return { ok: false, reason: 'unknown' } as const
      if (act === 'factors') {
        await removeSecondFactor(tx, given)
        await removePasskeys(tx, given)
        return { ok: true, user: found } as const
      }
      await endSessionsOf(tx, { userId: person, at: given.at })
      await writeAudit(tx, { at: given.at, by: user.id, action: 'session.end-all', subject: person })
      return { ok: true, user: found } as const
    })
    if (!done.ok) return done.reason === 'unknown' ? gone({ t, formData }) : refused([t('people.lastAdmin')], formData)
    redirect(personPage(person, act))
  },
  proved,
)

/** Hands the drafts of a person on to another. */
export const handOn = deskAction(
  personForm.extend({ to: z.string().min(1, 'is missing: choose a person') }),
  'admin',
  async ({ data, user, formData, t }) => {
    const { db, write } = await database()
    const [from, to] = [await findUser(db, data.person), await findUser(db, data.to)]
    if (!from || !to || to.disabledAt !== null || to.id === from.id) return gone({ t, formData })
    const { moved, double, closed } = await write((tx) =>
      handDraftsOn(tx, { from: from.id, to, by: user.id, at: now() }),
    )
    const asked = {
      said: 'hand-on',
      moved: String(moved),
      double: String(double.length),
      closed: String(closed.length),
    }
    redirect(`/admin/people/${from.id}?${new URLSearchParams({ ...asked, to: to.id })}`)
  },
  whole,
)

const subjectField = z.string().trim().min(1, 'is missing').max(255, 'may have 255 characters at most')

/** Says by which account of the identity provider a person signs in. */
export const provideIdentity = deskAction(
  personForm.extend({ subject: subjectField }),
  'admin',
  async ({ data: { person, subject }, user, formData, t }) => {
    const { db, write } = await database()
    const [found, provider] = [await findUser(db, person), identityProvider()]
    if (!found || !provider) return gone({ t, formData })
    const given = { issuer: provider.issuer, subject, user: person, at: now(), by: user.id }
    if (!(await write((tx) => addIdentity(tx, given))))
      return refused([t('action.fields')], formData, { subject: [t('people.identityTaken')] })
    redirect(personPage(person, 'identity'))
  },
  proved,
)

/** Takes an account of the identity provider away from a person. */
export const withdrawIdentity = deskAction(
  personForm.extend({ issuer: z.string(), subject: z.string() }),
  'admin',
  async ({ data: { person, issuer, subject }, user }) => {
    const { write } = await database()
    await write((tx) => removeIdentity(tx, { issuer, subject, user: person, at: now(), by: user.id }))
    redirect(personPage(person, 'identityGone'))
  },
  proved,
)
