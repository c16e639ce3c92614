import { answerRss } from '@/app/_server/feed'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string; dossier: string }> }

/** `/{locale}/{dossier}/feed.xml`: the newest reports of one dossier as RSS 2.0, with the filters of its timeline. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, dossier } = await params
  return answerRss(locale, dossier, new URL(request.url).searchParams)
}
