import { z } from 'zod'
import type { Tx } from '@/db/client'
import { setDossierRole, setRole } from '@/db/commands/user'
import type { User } from '@/db/queries/user'
import { type Role, roles, siteRoles } from '@/lib/auth/roles'

/** Under which name a form tells the role in a dossier. */
export const withinName = (dossier: string): string => `within.${dossier}`

/** The role for the whole site, as a form tells it. */
export const siteRoleField = z.enum(siteRoles)

/** The roles in dossiers that a form tells; null: none but what the site gives. */
export function rolesWithin(formData: FormData, dossiers: readonly string[]): Map<string, Role | null> {
  const told = dossiers.flatMap((dossier) => {
    const given = formData.get(withinName(dossier))
    return given === null ? [] : [[dossier, roles.find((role) => role === given) ?? null] as const]
  })
  return new Map(told)
}

/** Gives a person the roles of a form, those that are other than before. False: the site would have no administrator. */
export async function giveRoles(
  tx: Tx,
  person: User,
  given: { role: User['role']; within: Map<string, Role | null>; by: string; at: string },
): Promise<boolean> {
  const { role, within, by, at } = given
  if (role !== person.role && !(await setRole(tx, { user: person.id, role, by, at })).ok) return false
  for (const [dossier, one] of within)
    if (one !== (person.dossierRoles[dossier] ?? null))
      await setDossierRole(tx, { user: person.id, dossier, role: one, by, at })
  return true
}
