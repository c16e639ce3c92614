import { iconHandler } from '@/app/_icons/icon-handler'
import { icons } from '@/lib/addresses/pictures'

export const dynamic = 'force-dynamic'

/** `/apple-touch-icon.png`: the icon on home screens that round its corners themselves. */
export const GET = iconHandler(icons.appleTouch, { isFilled: true })
