import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/*
 * The baseline: the same bytes from memory by `node:http` and nothing else. `plain.ts FILE`, a JSON list of
 * {path, type, coding, etag, base64}.
 */

export interface PlainPage {
  path: string
  type: string
  coding: string
  etag: string
  base64: string
}

const pages: PlainPage[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const ready = new Map(pages.map((page) => [page.path, { ...page, body: Buffer.from(page.base64, 'base64') }]))

createServer((request, response) => {
  const page = ready.get(request.url ?? '')
  if (!page) {
    response.writeHead(404).end()
    return
  }
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, { ETag: page.etag })
    response.end()
    return
  }
  response.writeHead(200, {
    'Content-Type': page.type,
    'Content-Encoding': page.coding,
    'Content-Length': page.body.length,
    ETag: page.etag,
  })
  response.end(page.body)
}).listen(Number(process.env.PORT), process.env.HOST, () => console.log('ready'))
