import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { callTool } from '@/app/_server/mcp/call'
import { openSite } from '@/app/_server/site'
import { plainLanguage } from '@/lib/addresses/names'
import { type McpArguments, mcpArguments, mcpToolNames, mcpTools } from '@/lib/mcp/tools'
import { say } from '@/lib/model'
import { program } from '@/lib/program'

export const dynamic = 'force-dynamic'

const instructions =
  'Answers what is allowed on a day, by which rule and change, and on which reports that rests. Ask the tool dossiers first: it names the dimensions and the ids of their values. Each answer names its edition and its day and an address that will always show the same: cite that. Unknown is never the same as prohibited.'

/** A server for one call: it keeps nothing. */
async function serverOf(): Promise<McpServer> {
  const { edition, site } = await openSite()
  const info = {
    name: program.toLowerCase(),
    title: say(site.name, plainLanguage).text,
    version: String(edition.number),
  }
  const server = new McpServer(info, { instructions, capabilities: { tools: { listChanged: false } } })
  for (const name of mcpToolNames) {
    const { title, description } = mcpTools[name]
    const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }
    server.registerTool(name, { title, description, annotations, inputSchema: mcpArguments(name) }, (given) =>
      callTool(name, given as McpArguments),
    )
  }
  return server
}

const { fetch: answer } = createMcpHandler(serverOf, {
  responseMode: 'json',
  // Nothing is told unasked: who wants to hear of editions follows the feeds.
  maxSubscriptions: 0,
  onerror: (error) => console.debug('A call of a tool was refused', {}, error),
})

/** `POST /mcp`: the tools of the Model Context Protocol, of revision 2026-07-28 and those before it, without sessions. */
export const POST = (request: Request): Promise<Response> => answer(request)
