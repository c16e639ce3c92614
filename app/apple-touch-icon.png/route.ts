import { iconHandler } from '@/app/_server/icon'
import { icons } from '@/lib/addresses/pictures'

export const dynamic = 'force-dynamic'

/** `/apple-touch-icon.png`: the icon on home screens that round its corners themselves. */
export const GET = iconHandler(icons.appleTouch, { isFilled: true })
