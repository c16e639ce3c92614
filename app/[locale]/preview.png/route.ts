import { siteHeading } from '@/app/_reader/site-heading'
import { siteListCard } from '@/app/[locale]/_frame/listed'
import { sitePicture } from '@/app/[locale]/_frame/picture'
import { framed } from '@/app/[locale]/_frame/picture-parts'
import { pictures, sitePictures } from '@/lib/addresses/pictures'
import { wordOf } from '@/lib/asking/read'

export const dynamic = 'force-dynamic'

/** `/{locale}/preview.png?page=`: the front page, or a page of the site, as a picture for those who show a link to it. */
export const GET = sitePicture(pictures.site, (reader) => {
  const { t, query } = reader
  const page = wordOf(query, 'page', sitePictures)
  if (page) return siteListCard(reader, page)
  return {
    ...framed(reader),
    kicker: t('home.kicker'),
    heading: siteHeading(reader.site, reader),
    note: t('home.intro'),
  }
})
