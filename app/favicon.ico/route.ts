import { faviconHandler } from '@/app/_server/icon'

export const dynamic = 'force-dynamic'

/** `/favicon.ico`: the icon in small, for browsers that take no SVG. */
export const GET = faviconHandler
