import { fileHandler } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { iconSvg } from '@/lib/pictures/icon'

export const dynamic = 'force-dynamic'

/** `/icon.svg`: the mark of the site. */
export const GET = fileHandler(files.icon, async () => {
  const { site } = await openSite()
  return new Response(iconSvg(site), { headers: { 'content-type': 'image/svg+xml' } })
})
