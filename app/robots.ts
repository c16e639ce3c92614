import type { MetadataRoute } from 'next'
import { origin } from './_server/address'

export const dynamic = 'force-dynamic'

/** `/robots.txt` (RFC 9309): everything but the desk and signing in. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/admin', '/api/auth'] },
    sitemap: `${await origin()}/sitemap.xml`,
  }
}
