import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import type { Document } from '../../support/requests/described-api'
import { expect, test } from '../support/test'
import { type Asking, documentOf, operationsOf, withSound } from './asked'

const root = resolve('.')
const run = promisify(execFile)

/** A folder with the document of the site, in which a client is made; gone with `end`. */
function workshop(document: Document) {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-client-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('openapi.json', JSON.stringify(document))
  write('package.json', '{"type":"module"}')
  const settings = { strict: true, noEmit: true, module: 'esnext', moduleResolution: 'bundler', target: 'es2022' }
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { ...settings, types: ['node'], lib: ['es2022', 'dom', 'dom.iterable'] },
      files: ['calls.ts'],
    }),
  )
  const node = async (...args: string[]) => (await run(process.execPath, args, { cwd: folder, maxBuffer: 1e8 })).stdout
  return {
    write,
    node,
    bundle: () =>
      build({
        ...{ absWorkingDir: folder, entryPoints: ['calls.ts'], outfile: 'calls.mjs' },
        ...{ bundle: true, format: 'esm', platform: 'node', target: 'es2022', logLevel: 'silent' },
      }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What each parameter is sent as: numbers as numbers, what may be given several times as a list. */
function typed(query: Record<string, string>, { parameters }: Asking): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, text]) => {
      const schema = parameters.find((one) => one.name === name)?.schema
      const value = schema?.type === 'integer' ? Number(text) : text
      return [name, schema?.type === 'array' ? [value] : value]
    }),
  )
}

/** Every operation with each of its parameters in turn. */
const everyCall = (document: Document) =>
  operationsOf(document).flatMap((one) =>
    one.parameters.flatMap(({ name }) => {
      const query = withSound(one, name)
      return query ? [{ one, query: typed(query, one) }] : []
    }),
  )

const pathIn = (document: Document, { operation }: Asking) =>
  Object.entries(document.paths).find(([, { get }]) => get.operationId === operation)?.[0] ?? ''

test('a client made by openapi-typescript and openapi-fetch is sound in its types and calls every route with every parameter', async ({
  request,
  baseURL,
}) => {
  const document = await documentOf(request)
  const shop = workshop(document)
  try {
    await shop.node(
      ...['--import', join(root, 'tests/clients/typescript-5.mjs')],
      ...[join(root, 'node_modules/openapi-typescript/bin/cli.js'), 'openapi.json', '-o', 'schema.d.ts'],
    )
    const calls = everyCall(document).map(({ one, query }) => {
      const template = pathIn(document, one)
      const path = template.includes('{dossier}') ? { path: { dossier: 'japan-defence-transfers' } } : {}
      const isTable = template.endsWith('.csv') ? `, parseAs: 'text' as const` : ''
      return `tell(${JSON.stringify(one.operation)}, await client.GET(${JSON.stringify(template)}, { params: ${JSON.stringify({ ...path, query })}${isTable} }))`
    })
    shop.write(
      'calls.ts',
      `import createClient from 'openapi-fetch'
import type { paths } from './schema'
const client = createClient<paths>({ baseUrl: ${JSON.stringify(baseURL)} })
const told: [string, number, string][] = []
const tell = (name: string, { data, error, response }: { data?: unknown; error?: unknown; response: Response }) =>
  told.push([name, response.status, data === undefined ? JSON.stringify(error) : typeof data])
${calls.join('\n')}
const { data } = await client.GET('/api/v1/changes', { params: { query: { limit: 1 } } })
const title: unknown = data?.items[0]?.title
const removed: string[] = (data?.removed ?? []).map(({ id }) => id)
told.push(['title', 200, typeof title], ['removed', 200, typeof removed])
console.log(JSON.stringify(told))
`,
    )
    await checkAndCall(shop, document)
  } finally {
    shop.end()
  }
})

test('a client made by orval is sound in its types and calls every route with every parameter', async ({
  request,
  baseURL,
}) => {
  const document = await documentOf(request)
  const shop = workshop(document)
  try {
    // Its own way to fetch takes every answer for JSON, tables too: it is given another, as its users do.
    shop.write(
      'fetching.ts',
      `export const fetching = async <T>(url: string, options: RequestInit): Promise<T> => {
  const response = await fetch(${JSON.stringify(baseURL)} + url, options)
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const data: unknown = isJson ? await response.json() : await response.text()
  return { data, status: response.status, headers: response.headers } as T
}
`,
    )
    shop.write(
      'orval.config.cjs',
      `module.exports = { site: { input: './openapi.json', output: { target: './client.ts', client: 'fetch', override: { mutator: { path: './fetching.ts', name: 'fetching' } } } } }`,
    )
    await shop.node(join(root, 'node_modules/orval/dist/bin/orval.js'), '--config', 'orval.config.cjs')
    const calls = everyCall(document).map(({ one, query }) => {
      const dossier = pathIn(document, one).includes('{dossier}') ? `'japan-defence-transfers', ` : ''
      return `tell(${JSON.stringify(one.operation)}, await client.${one.operation}(${dossier}${JSON.stringify(query)}))`
    })
    shop.write(
      'calls.ts',
      `import * as client from './client'
const told: [string, number, string][] = []
const tell = (name: string, { data, status }: { data: unknown; status: number }) =>
  told.push([name, status, status === 200 ? typeof data : JSON.stringify(data)])
${calls.join('\n')}
console.log(JSON.stringify(told))
`,
    )
    await checkAndCall(shop, document)
  } finally {
    shop.end()
  }
})

/** Holds the calls to the types that were made, and makes them; every operation is to be among them. */
async function checkAndCall(shop: ReturnType<typeof workshop>, document: Document): Promise<void> {
  await shop.node(join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json')
  await shop.bundle()
  const told: [string, number, string][] = JSON.parse(await shop.node('calls.mjs'))
  expect(told.filter(([, status]) => status !== 200)).toEqual([])
  const names = new Set(told.map(([name]) => name))
  expect(operationsOf(document).filter(({ operation }) => !names.has(operation))).toEqual([])
}
