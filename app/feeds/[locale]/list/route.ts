import { fileHandler, inWords } from '@/app/_server/file'
import { feedList } from '@/app/_server/following/feed-list'
import { files } from '@/lib/addresses/feeds'
import { isLocale } from '@/lib/model'

export const dynamic = 'force-dynamic'

/** `/{locale}/feeds.opml`: the feeds of all dossiers in one language. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return inWords(404, 'There is no such list.')
  return fileHandler(files.opmlOf, () => feedList([locale]))(request)
}
