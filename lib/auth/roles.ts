/** Who may do what at the desk, each including those before: authors write drafts, editors publish, admins keep users. */
export const roles = ['author', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export const mayAct = (has: Role, needs: Role): boolean => roles.indexOf(has) >= roles.indexOf(needs)
