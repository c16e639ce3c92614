/**
 * Who may do what at the desk, each including those before (model, section 9): authors write drafts of their own, reviewers
 * comment, send back and approve, editors publish and take over others' drafts, admins keep people and site.
 */
export const roles = ['author', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** A role for the whole site, or none: then only dossiers give one. */
export const siteRoles = ['none', ...roles] as const
export type SiteRole = (typeof siteRoles)[number]

/** What one person may do: everywhere, and beyond that in single dossiers. */
export interface Rights {
  role: SiteRole
  /** By the id of a dossier. */
  dossierRoles: Readonly<Record<string, Role>>
}

const rank = (role: SiteRole): number => siteRoles.indexOf(role)

/**
 * Whether these rights reach a role: in a dossier, by the site's role or the dossier's, whichever is higher; without one
 * (publishers, the site, people), by the site's alone.
 */
export function mayAct({ role, dossierRoles }: Rights, needs: Role, dossier = ''): boolean {
  const there = dossier === '' || !Object.hasOwn(dossierRoles, dossier) ? 'none' : (dossierRoles[dossier] ?? 'none')
  return Math.max(rank(role), rank(there)) >= rank(needs)
}

/** Whether these rights reach a role anywhere at all. */
export const mayActSomewhere = ({ role, dossierRoles }: Rights, needs: Role): boolean =>
  [role, ...Object.values(dossierRoles)].some((one) => rank(one) >= rank(needs))

/** The role that publishes records of a kind, and writes in others' drafts of them. */
export const publishingRole = (kind: string): Role => (kind === 'site' ? 'admin' : 'editor')
