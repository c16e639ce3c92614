import { answerRss } from '@/app/_server/feed'

export const dynamic = 'force-dynamic'

/** `/{locale}/feed.xml`: the newest reports of all dossiers as RSS 2.0. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  return answerRss((await params).locale, null)
}
