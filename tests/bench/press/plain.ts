import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/*
 * The baseline: the same bytes, those of the header lines too, from memory by `node:http` and nothing else. `plain.ts FILE`, a JSON
 * list of pages.
 */

/** A page as a site sends it: its header lines, name and value in turn, whole and as a 304, without those that `node:http` writes itself. */
export interface PlainPage {
  path: string
  etag: string
  lines: string[]
  linesOf304: string[]
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
    response.writeHead(304, page.linesOf304)
    response.end()
    return
  }
  response.writeHead(200, page.lines)
  response.end(page.body)
}).listen(Number(process.env.PORT), process.env.HOST, () => console.log('ready'))
