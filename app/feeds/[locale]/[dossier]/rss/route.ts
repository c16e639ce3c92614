import { answerRss } from '@/app/_server/feed'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string; dossier: string }> }

/** `/{locale}/{dossier}/feed.xml`: the newest reports of one dossier as RSS 2.0. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, dossier } = await params
  return answerRss(locale, dossier)
}
