import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { mcpToolNames } from '@/lib/mcp/tools'
import { expect, test } from '../support/test'

const dossier = 'japan-defence-transfers'
const report = '2023-08-23-kyodo-lethal-weapons-non-combat'
const newest = '2026-07-28'

/** The client of the SDK, as it spoke before and as it speaks now. */
const eras: [name: string, era: string, versionNegotiation: ClientOptions['versionNegotiation']][] = [
  ['with a handshake', 'legacy', { mode: 'legacy' }],
  ['without one', 'modern', { mode: { pin: newest } }],
  ['whichever there is', 'modern', { mode: 'auto' }],
]

for (const [name, era, versionNegotiation] of eras)
  test(`a client asks, compares and cites (${name})`, async ({ baseURL, request }) => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation })
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL)))
    expect(client.getProtocolEra()).toBe(era)
    const call = async (tool: string, given: Record<string, unknown>) => {
      const { content, isError = false } = await client.callTool({ name: tool, arguments: given })
      const texts = (content as { text: string }[]).map(({ text }) => text)
      return { isError, lead: texts[0] ?? '', data: texts[1] === undefined ? null : JSON.parse(texts[1]) }
    }
    /** The page that an answer cites shows what it says of itself. */
    const cited = async (lead: string) => {
      const url = new URL(/^Cite: (\S+)$/m.exec(lead)?.[1] ?? '')
      expect(url.searchParams.get('edition') ?? url.searchParams.get('toEdition'), lead).toBeTruthy()
      expect((await request.get(`${url.pathname}${url.search}`)).status(), url.href).toBe(200)
      const data = new URL(/^As data: (\S+)$/m.exec(lead)?.[1] ?? '')
      return data
    }
    const { tools } = await client.listTools()
    expect(tools.map((tool) => tool.name)).toEqual(mcpToolNames)
    for (const tool of tools) {
      expect(tool.annotations?.readOnlyHint).toBe(true)
      for (const [argument, schema] of Object.entries(tool.inputSchema.properties ?? {}))
        expect((schema as { description?: string }).description, `${tool.name} ${argument}`).toBeTruthy()
    }

    const dossiers = await call('dossiers', {})
    expect(dossiers.lead).toContain(dossier)
    const { data: own } = await call('dossiers', { id: [dossier] })
    expect(own.dossiers).toHaveLength(1)
    expect(JSON.stringify(own)).toContain('"id":"warship"')
    const question = { equipment: 'warship', recipient: 'other-agreement-state', purpose: 'minesweeping' }
    const answer = await call('answer', { dossier, case: question, on: '2023-08-23' })
    expect(answer.lead).toMatch(/for 2023-08-23\.$/m)
    expect(answer.lead).toMatch(/As of edition \d+ of /)
    expect(answer.lead).toContain('By the rule')
    expect(answer.lead).toContain('Because:')
    const asked = await cited(answer.lead)
    expect(answer.data).toEqual(await (await request.get(`${asked.pathname}${asked.search}`)).json())
    expect(answer.data).toMatchObject({ on: '2023-08-23', case: question })

    const compared = await call('compare', { dossier, from: '2023-12-21', to: '2023-12-22' })
    expect(compared.lead).toMatch(/\d+ cases differ between 2023-12-21/)
    expect(compared.data.from.on).toBe('2023-12-21')
    await cited(compared.lead)

    const found = await call('search', { q: 'lethal', dossier })
    expect(found.data.total).toBeGreaterThan(0)
    await cited(found.lead)
    const one = await call('report', { dossier, id: report })
    expect(one.data.items).toHaveLength(1)
    await cited(one.lead)
    const next = await call('next', { dossier: 'eu-ai-act' })
    expect(next.data.dates.length).toBeGreaterThan(0)
    await cited(next.lead)

    for (const [tool, given, field] of [
      ['answer', { dossier: 'nowhere' }, 'dossier: '],
      ['answer', { dossier, on: 'yesterday' }, 'on: '],
      ['answer', { dossier, case: { equipment: 'spaceship' } }, 'equipment: '],
      ['answer', { dossier, surprise: '1' }, 'surprise'],
      ['answer', {}, 'dossier'],
      ['search', { q: 'x', edition: 0 }, 'edition'],
      ['report', { dossier, id: 'none' }, 'id: '],
      ['next', { dossier, known: '2999-01-01' }, 'known: '],
    ] as const) {
      const refused = await call(tool, given)
      expect([tool, given, refused.isError]).toEqual([tool, given, true])
      expect(refused.lead).toContain(field)
    }
    await client.close()
  })

test('only calls are taken, from any site, and no more of them than is sound', async ({ request }) => {
  for (const method of ['GET', 'DELETE', 'PUT']) {
    const answer = await request.fetch('/mcp', { method })
    expect([method, answer.status(), answer.headers().allow]).toEqual([method, 405, 'POST, OPTIONS'])
  }
  const asked = await request.fetch('/mcp', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
  expect(asked.headers()).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': '*',
  })
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  const large = await request.post('/mcp', { headers, data: `"${'x'.repeat(70_000)}"` })
  expect(large.status()).toBe(413)
  const broken = await request.post('/mcp', { headers, data: '{' })
  expect(broken.status()).toBe(400)
  expect(broken.headers()['access-control-allow-origin']).toBe('*')
  expect((await request.post('/mcp', { headers: { 'content-type': 'text/plain' }, data: '{}' })).status()).toBe(415)
})
