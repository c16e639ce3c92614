import type { Problem } from './problem'
import type { Site } from './records'
import { siteId } from './records'

/** What is lawful but doubtful in what a site says of itself: dossiers in its order that there are not. */
export const findSiteDoubts = ({ dossiers }: Pick<Site, 'dossiers'>, ids: Iterable<string>): Problem[] => {
  const there = new Set(ids)
  return dossiers.flatMap((id, at) =>
    there.has(id)
      ? []
      : [
          {
            kind: 'site' as const,
            id: siteId,
            path: ['dossiers', at],
            message: `names a dossier “${id}” that there is not: it has no effect`,
          },
        ],
  )
}
