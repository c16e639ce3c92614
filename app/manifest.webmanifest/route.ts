import { fileHandler } from '@/app/_server/file'
import { iconSizes, icons, manifest } from '@/lib/addresses/pictures'
import { wordOf } from '@/lib/asking/read'
import { locales, usualLocale } from '@/lib/model'
import { palette } from '@/lib/pictures/palette'
import { translator } from '@/lib/words/messages'

export const dynamic = 'force-dynamic'

/** `/manifest.webmanifest?language=`: what a home screen needs to know of the site (Web Application Manifest). */
export const GET = fileHandler(manifest, async (query) => {
  const locale = wordOf(query, 'language', locales) ?? usualLocale
  const t = translator(locale)
  const start = `/${locale}`
  const body = {
    id: start,
    lang: locale,
    name: `${t('site.name')}: ${t('home.title')}`,
    short_name: t('site.name'),
    description: t('site.tagline'),
    start_url: start,
    scope: '/',
    display: 'minimal-ui',
    background_color: palette.paper,
    theme_color: palette.paper,
    icons: [icons.middle, icons.large].map(({ path }) => {
      const size = iconSizes[path as keyof typeof iconSizes]
      return { src: path, sizes: `${size}x${size}`, type: 'image/png' }
    }),
  }
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  })
})
