import type { DraftEntry } from '@/db/queries/draft'
import type { User } from '@/db/queries/user'
import { mayAct, publishingRole } from '@/lib/auth/roles'

/** What one person may do with one draft. */
export interface DraftRights {
  own: boolean
  /** Its author writes in it while they have a role there, and editors do. */
  write: boolean
  review: boolean
  publish: boolean
}

/** What a person may do with a draft, by their roles and by whose it is. */
export function rightsOn(
  user: User,
  { author, dossier, kind }: Pick<DraftEntry, 'author' | 'dossier' | 'kind'>,
): DraftRights {
  const own = author === user.id
  const publish = mayAct(user, publishingRole(kind), dossier)
  return {
    own,
    write: publish || (own && mayAct(user, 'author', dossier)),
    review: mayAct(user, 'reviewer', dossier),
    publish,
  }
}
