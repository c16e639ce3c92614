import { addDays, type Day, type Site, shownLanguages } from '@/lib/model'

/** Days for which the file holds: it is made anew every day, and is to be read again within a year (RFC 9116, section 2.5.5). */
const holdsFor = 180

interface Place {
  /** Scheme and host, without a slash at the end. */
  root: string
  path: string
  /** The current day (UTC). */
  today: Day
}

/**
 * Whom to tell of a hole in security (RFC 9116): the contact of the site. Null where it has none, or one that is reached by http, which
 * the standard does not allow. Its own address stands in it where that is https, for the same reason.
 */
export function securityText(site: Pick<Site, 'contact' | 'languages'>, { root, path, today }: Place): string | null {
  const { contact } = site
  if (contact === undefined || contact.startsWith('http:')) return null
  const lines = [
    `Contact: ${contact.startsWith('https:') ? contact : `mailto:${contact}`}`,
    `Expires: ${addDays(today, holdsFor)}T00:00:00Z`,
    `Preferred-Languages: ${shownLanguages(site).join(', ')}`,
    ...(root.startsWith('https:') ? [`Canonical: ${root}${path}`] : []),
  ]
  return `${lines.join('\n')}\n`
}
