import { siteHeading } from '@/app/_reader/site-heading'
import { fileHandler } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { iconSizes, icons, manifest } from '@/lib/addresses/pictures'
import { wordOf } from '@/lib/asking/read'
import { locales, say, usualLocale } from '@/lib/model'
import { palette } from '@/lib/pictures/palette'
import { translator } from '@/lib/words/messages'

export const dynamic = 'force-dynamic'

/** `/manifest.webmanifest?language=`: what a home screen needs to know of the site (Web Application Manifest). */
export const GET = fileHandler(manifest, async (query) => {
  const locale = wordOf(query, 'language', locales) ?? usualLocale
  const t = translator(locale)
  const { site } = await openSite()
  const name = say(site.name, locale).text
  const start = `/${locale}`
  const body = {
    id: start,
    lang: locale,
    name: t('unit.of', { label: name, text: siteHeading(site, { locale, t }) }),
    short_name: name,
    description: say(site.line, locale).text,
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
