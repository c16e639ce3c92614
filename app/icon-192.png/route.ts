import { iconHandler } from '@/app/_icons/icon-handler'
import { icons } from '@/lib/addresses/pictures'

export const dynamic = 'force-dynamic'

/** `/icon-192.png`: the icon as the web manifest names it. */
export const GET = iconHandler(icons.middle)
