import type { MetadataRoute } from 'next'
import { languages } from '@/lib/addresses/names'
import { origin } from './_server/address'

export const dynamic = 'force-dynamic'

/** `/robots.txt` (RFC 9309): everything but the desk, signing in, and what is for one reader. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/admin', '/api/auth', ...languages.map((language) => `/${language}/follow`)],
    },
    sitemap: `${await origin()}/sitemap.xml`,
  }
}
