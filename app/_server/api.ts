import 'server-only'
import type { Address, NamesOf } from '@/lib/addresses/address'
import { csvType } from '@/lib/api/csv'
import { problemDetails, problemType } from '@/lib/api/problem'
import { type Query, readQuery } from '@/lib/asking/query'
import { editionOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { TooManyCasesError } from '@/lib/policy'
import { echoed } from '@/lib/words/echo'
import { wasDossierRemoved } from './retraction'
import { findDossier, type OpenDossier } from './site'

/** A JSON answer. */
export const answerJson = (body: unknown): Response => answerText(`${JSON.stringify(body)}\n`)

/** A JSON answer that is text already. */
export const answerText = (body: string): Response =>
  new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } })

/** A table to keep, under a file name. */
export function answerCsv(body: string, name: string): Response {
  return new Response(body, {
    headers: { 'content-type': csvType, 'content-disposition': `attachment; filename="${name}.csv"` },
  })
}

/** A refusal as RFC 9457 problem details. */
export function refuse(status: number, detail: string, parameter?: string): Response {
  return new Response(
    `${JSON.stringify(problemDetails(status, detail, parameter === undefined ? undefined : echoed(parameter)))}\n`,
    {
      status,
      headers: { 'content-type': problemType },
    },
  )
}

/** The answer of a handler; a parameter of no sense is 400 and says how to mend it. */
async function refusingBad(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof BadParameter) return refuse(400, error.message, error.parameter)
    if (error instanceof TooManyCasesError) return refuse(400, `The question ${error.message}.`)
    throw error
  }
}

/** A handler of an address of the API outside the dossiers. */
export const about =
  <A extends Address>(address: A, answer: (query: Query<NamesOf<A>>) => Response | Promise<Response>) =>
  (request: Request): Promise<Response> =>
    refusingBad(async () => answer(readQuery(address, new URL(request.url).searchParams)))

/** What is asked of a dossier, and the dossier at the edition that the address names. */
export type AskedOpen<A extends Address> = OpenDossier & { address: A; query: Query<NamesOf<A>> }

/** A handler about one dossier at the edition that the address names: 404 without it, 410 where it was removed, 400 for a parameter of no sense. */
export function aboutDossier<A extends Address>(
  address: A,
  answer: (asked: AskedOpen<A>) => Response | Promise<Response>,
) {
  return (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
    refusingBad(async () => {
      const { id } = await params
      const parameters = new URL(request.url).searchParams
      const edition = 'edition' in address.parameters ? parameters.get('edition') : null
      const open = await findDossier(id, editionOf({ edition: edition ?? undefined }, 'edition'))
      if (!open && edition === null && (await wasDossierRemoved(id)))
        return refuse(410, `The dossier “${echoed(id)}” was removed. Earlier editions have it: add edition=N.`)
      if (!open) return refuse(404, `There is no dossier “${echoed(id)}”.`)
      const dimensions = open.dossier.dimensions.map((dimension) => dimension.id)
      return answer({ ...open, address, query: readQuery(address, parameters, dimensions) })
    })
}
