import { bulkAnswer } from '@/app/_server/bulk/answer'

export const dynamic = 'force-dynamic'

/** The same of one dossier; what reports tell may be narrowed as its timeline is. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ place: string; file: string }> },
): Promise<Response> {
  const { place, file } = await params
  return bulkAnswer(request, { dossier: place, name: file })
}
