'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { giveLink } from '@/app/_server/people/link'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { createUser } from '@/db/commands/user'
import { loginSchema, personNameSchema } from '@/lib/auth/login'
import { mailboxSchema } from '@/lib/wire/mailbox'
import { giveRoles, rolesWithin, siteRoleField } from '../role-form'

const inviteForm = z.object({
  name: personNameSchema,
  login: loginSchema,
  role: siteRoleField,
  mail: z.union([z.literal(''), mailboxSchema], { error: 'is not a mail address' }).default(''),
})

/** Makes a person who can sign in nowhere yet, and a one-time link for them. */
export const invite = deskAction(
  inviteForm,
  'admin',
  async ({ data: { name, login, role, mail }, user, formData, t, locale }) => {
    const { dossiers } = await openSite()
    const within = rolesWithin(
      formData,
      dossiers.map(({ id }) => id),
    )
    const { write } = await database()
    const [at, by] = [now(), user.id]
    const made = await write(async (tx) => {
      const created = await createUser(tx, { login, name, role, passwordHash: null, at, by })
      if (created.ok) await giveRoles(tx, created.user, { role, within, by, at })
      return created
    })
    if (!made.ok) return refused([t('action.fields')], formData, { login: [t('people.loginTaken')] })
    const mailed = await giveLink({ kind: 'invite', user: made.user, by: user, mail, t, locale })
    redirect(`/admin/people/${made.user.id}?mailed=${mailed}`)
  },
  { dossier: () => '', proof: true },
)
