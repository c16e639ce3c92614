import 'server-only'
import { csvType } from '@/lib/api/csv'
import { problemDetails, problemType } from '@/lib/api/problem'
import { BadParameterError, readEdition } from '@/lib/api/question'
import { TooManyCasesError } from '@/lib/policy'
import { echoed } from '@/lib/words/echo'
import { findDossier, type OpenDossier } from './site'

// Anyone may read an answer from a page of theirs: it is public and carries no cookies.
const shared = { 'access-control-allow-origin': '*' }

/** A JSON answer. */
export function answerJson(body: unknown): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8', ...shared },
  })
}

/** A table to keep, under a file name. */
export function answerCsv(body: string, name: string): Response {
  return new Response(body, {
    headers: { 'content-type': csvType, 'content-disposition': `attachment; filename="${name}.csv"`, ...shared },
  })
}

/** A refusal as RFC 9457 problem details. */
export function refuse(status: number, detail: string, parameter?: string): Response {
  return new Response(`${JSON.stringify(problemDetails(status, detail, parameter))}\n`, {
    status,
    headers: { 'content-type': problemType, ...shared },
  })
}

interface Asked {
  params: Promise<{ id: string }>
}

/** A handler about one dossier at the edition that the address names: 404 without it, 400 for a parameter of no sense. */
export function aboutDossier(answer: (open: OpenDossier, parameters: URLSearchParams) => Response | Promise<Response>) {
  return async (request: Request, { params }: Asked): Promise<Response> => {
    const { id } = await params
    const parameters = new URL(request.url).searchParams
    try {
      const open = await findDossier(id, readEdition(parameters))
      return open ? await answer(open, parameters) : refuse(404, `There is no dossier “${echoed(id)}”.`)
    } catch (error) {
      if (error instanceof BadParameterError) return refuse(400, error.message, error.parameter)
      if (error instanceof TooManyCasesError) return refuse(400, `The question ${error.message}.`)
      throw error
    }
  }
}
