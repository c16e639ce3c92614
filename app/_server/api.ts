import 'server-only'
import { problemDetails, problemType } from '@/lib/api/problem'

/** A JSON answer. Anyone may read it from a page of theirs: it is public and carries no cookies. */
export function answerJson(body: unknown): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' },
  })
}

/** A refusal as RFC 9457 problem details. */
export function refuse(status: number, detail: string, parameter?: string): Response {
  return new Response(`${JSON.stringify(problemDetails(status, detail, parameter))}\n`, {
    status,
    headers: { 'content-type': problemType, 'access-control-allow-origin': '*' },
  })
}
