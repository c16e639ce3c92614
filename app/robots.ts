import type { MetadataRoute } from 'next'
import { files } from '@/lib/addresses/feeds'
import { languages } from '@/lib/addresses/names'
import { endlessParameters, endlessPlaces } from '@/lib/addresses/robots'
import { origin } from './_server/address'

export const dynamic = 'force-dynamic'

/**
 * `/robots.txt` (RFC 9309): everything but the desk, signing in, what is for one reader, and places without an end: any page on any day,
 * at any edition, as known at any time, or held against any other.
 */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const root = await origin()
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        '/admin',
        '/api/auth',
        ...languages.map((language) => `/${language}/follow`),
        ...endlessPlaces,
        ...endlessParameters.flatMap((name) => [`/*?${name}=`, `/*&${name}=`]),
      ],
    },
    sitemap: [files.sitemap, files.newsSitemap].map(({ path }) => root + path),
  }
}
