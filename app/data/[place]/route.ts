import { bulkAnswer } from '@/app/_server/bulk/answer'

export const dynamic = 'force-dynamic'

/** `/data/{table}.csv`, `.json`, `.ndjson`, `.nt`, `/data/all.sqlite`, `/data/datapackage.json`: all of the site. */
export async function GET(request: Request, { params }: { params: Promise<{ place: string }> }): Promise<Response> {
  const { place } = await params
  return bulkAnswer(request, { name: place })
}
