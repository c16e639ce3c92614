/** A refusal as RFC 9457 `application/problem+json`; `parameter` names the field at fault. */
export interface ProblemDetails {
  type: string
  title: string
  status: number
  detail: string
  parameter?: string
}

export const problemType = 'application/problem+json'

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  500: 'Internal error',
}

export function problemDetails(status: number, detail: string, parameter?: string): ProblemDetails {
  const title = titles[status] ?? 'Error'
  return { type: 'about:blank', title, status, detail, ...(parameter === undefined ? {} : { parameter }) }
}
