import { faviconHandler } from '@/app/_icons/icon-handler'

export const dynamic = 'force-dynamic'

/** `/favicon.ico`: the icon in small, for browsers that take no SVG. */
export const GET = faviconHandler
