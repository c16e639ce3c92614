import { fileHandler } from '@/app/_server/file'
import { feedList } from '@/app/_server/following/feed-list'
import { openSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { shownLanguages } from '@/lib/model'

export const dynamic = 'force-dynamic'

/** `/feeds.opml`: the feeds of all dossiers, a group for each language. */
export const GET = fileHandler(files.opml, async () => feedList(shownLanguages((await openSite()).site)))
