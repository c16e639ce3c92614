import { fileHandler } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { accentCss } from '@/lib/pictures/icon'

export const dynamic = 'force-dynamic'

/** `/accent.css`: the colour of a site that has one of its own. */
export const GET = fileHandler(files.accent, async () => {
  const { accent } = (await openSite()).site
  return new Response(accent === undefined ? '' : accentCss(accent), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  })
})
