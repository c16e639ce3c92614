import 'server-only'
import { fileHandler } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { iconSizes, icons } from '@/lib/addresses/pictures'
import { toIco } from '@/lib/pictures/ico'
import { iconSvg } from '@/lib/pictures/icon'
import { palette } from '@/lib/pictures/palette'
import { toPng } from '@/lib/pictures/png'

/** Sizes that a `favicon.ico` holds. */
const favicons = [16, 32, 48]
/** Home screens cut the corners themselves: what is not drawn must not be black. */
const paper = palette.paper

const drawing = async () => iconSvg((await openSite()).site)

const picture = (body: Buffer, type: string): Response =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type } })

/** A handler that answers with the icon of the site as a PNG, as large as its address says; `isFilled`: to its very corners. */
export const iconHandler = (
  address: (typeof icons)['appleTouch' | 'middle' | 'large'],
  { isFilled = false }: { isFilled?: boolean } = {},
) =>
  fileHandler(address, async () => {
    const width = iconSizes[address.path as keyof typeof iconSizes]
    return picture(await toPng(await drawing(), isFilled ? { width, paper } : { width }), 'image/png')
  })

/** A handler that answers with the icon of the site in small, for browsers that ask for `favicon.ico`. */
export const faviconHandler = fileHandler(icons.favicon, async () => {
  const svg = await drawing()
  const pictures = await Promise.all(favicons.map(async (size) => ({ size, png: await toPng(svg, { width: size }) })))
  return picture(toIco(pictures), 'image/x-icon')
})
