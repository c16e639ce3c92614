import { iconHandler } from '@/app/_server/icon'
import { icons } from '@/lib/addresses/pictures'

export const dynamic = 'force-dynamic'

/** `/icon-192.png`: the icon as the web manifest names it. */
export const GET = iconHandler(icons.middle)
