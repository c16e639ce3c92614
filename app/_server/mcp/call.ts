import 'server-only'
import type { CallToolResult } from '@modelcontextprotocol/server'
import { GET as compare } from '@/app/api/v1/dossiers/[id]/compare/route'
import { GET as verdict } from '@/app/api/v1/dossiers/[id]/verdict/route'
import { GET as dossiers } from '@/app/api/v1/dossiers/route'
import { GET as reports } from '@/app/api/v1/reports/route'
import { GET as search } from '@/app/api/v1/search/route'
import { type McpArguments, type McpToolName, mcpTarget } from '@/lib/mcp/tools'
import { origin } from '../address'
import { toldDossiers } from './dossiers'
import { leadTo } from './lead'
import { coming } from './next'

type Answering = (request: Request, at: { params: Promise<{ id: string }> }) => Promise<Response>

/** The tools are the API: what it answers to the same question, it answers here. */
const answering: Record<McpToolName, Answering> = {
  dossiers,
  search,
  report: reports,
  answer: verdict,
  compare,
  next: coming,
}

/** Characters of JSON that an answer may have: a model reads all of it. */
const mostText = 60_000

/**
 * Answers a call of a tool with texts, of which the first says of which edition and day they are and where they stand. What is refused names the
 * argument that is to blame.
 */
export async function callTool(name: McpToolName, given: McpArguments): Promise<CallToolResult> {
  const { path, query } = mcpTarget(name, given)
  const root = await origin()
  const url = `${root}${path}${query.size > 0 ? `?${query}` : ''}`
  const answer = await answering[name](new Request(url), {
    params: Promise.resolve({ id: String(given.dossier ?? '') }),
  })
  const text = await answer.text()
  if (!answer.ok) return refused(text, answer.status === 400 ? undefined : 'dossier')
  const body: unknown = JSON.parse(text)
  const data = name === 'dossiers' ? JSON.stringify(toldDossiers(body, 'id' in given)) : text
  const lead = await leadTo(name, body, { root, given, url })
  if (lead === null) return failed(`id: there is no ${name} “${given.id}”.`)
  return {
    content: [lead, data.length > mostText ? shortened(JSON.parse(data)) : data].map((one) => ({
      type: 'text',
      text: one,
    })),
  }
}

/** A long answer is told with so many of its cases, or with fewer. */
const mostCases = [40, 20, 10, 5, 0]

/** What grows with the cases of a question: `differences` of a comparison, `cases` of an answer; and where it is said how many are left out. */
const growing = [
  ['differences', 'leftOut'],
  ['cases', 'casesLeftOut'],
] as const

/** An answer that is too long, with as much as has room; what is left out is counted in it. */
function shortened(body: Readonly<Record<string, unknown>>): string {
  for (const most of mostCases) {
    const less = growing.flatMap(([name, left]) => {
      const all = body[name]
      if (!Array.isArray(all) || all.length <= most) return []
      return [
        [name, all.slice(0, most)],
        [left, Number(body[left] ?? 0) + all.length - most],
      ]
    })
    const text = JSON.stringify({ ...body, ...Object.fromEntries(less) })
    if (text.length <= mostText) return text
  }
  return `The whole answer has more than ${mostText} characters. Ask for less: name more dimensions or one id, or read it at the address above.`
}

const failed = (text: string): CallToolResult => ({ content: [{ type: 'text', text }], isError: true })

/** A refusal of the API (RFC 9457), in a line; `missing`: the argument that names what is not there. */
function refused(text: string, missing: string | undefined): CallToolResult {
  const { detail = text, parameter = missing } = JSON.parse(text) as { detail?: string; parameter?: string }
  return failed(parameter === undefined ? detail : `${parameter}: ${detail}`)
}
