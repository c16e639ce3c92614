import { encode } from '@/lib/press/copies/encoding'
import type { PlainPage } from '../press/plain'

const escaped = (text: string): string => text.replaceAll('<', '&lt;')

/** Text to exactly so many bytes: cut, or filled up with blanks. */
const ofBytes = (text: string, bytes: number): Buffer =>
  Buffer.alloc(bytes, ' ').fill(Buffer.from(text).subarray(0, bytes), 0, Math.min(bytes, Buffer.byteLength(text)))

/** The words of a page in one paragraph and its markup in a comment: as many bytes, and nothing to lay out. */
export function bareHtml(html: string, stylesheet: string): Buffer {
  const body = html.slice(html.indexOf('<body'))
  const words = escaped(body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))
  const markup = (html.match(/<[^>]*>/g) ?? []).join('').replaceAll('--', '__')
  const head = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="A bare page"><title>A bare page</title><link rel="stylesheet" href="${stylesheet}">`
  const end = '-->'
  const rest = ofBytes(`${head}<p>${words}</p><!--${markup}`, Buffer.byteLength(html) - end.length)
  return Buffer.concat([rest, Buffer.from(end)])
}

/** A style sheet of as many bytes, all of them a comment. */
export const bareStyles = (css: string): Buffer => Buffer.from(`/*${css.replaceAll('*/', '__').slice(4)}*/`)

/** A bare page and its style sheet as the plain server hands them out, packed as the press packs. */
export async function plainPages(path: string, html: string, css: string): Promise<PlainPage[]> {
  const stylesheet = `${path}.css`
  const page = async (path: string, type: string, bytes: Buffer, effort: 'print' | 'keep'): Promise<PlainPage> => {
    const body = await encode(bytes, 'br', effort)
    const etag = `"${path}"`
    const lines = ['Content-Type', type, 'Content-Encoding', 'br', 'Content-Length', String(body.length), 'ETag', etag]
    return { path, etag, lines, linesOf304: ['ETag', etag], base64: body.toString('base64') }
  }
  return Promise.all([
    page(path, 'text/html; charset=utf-8', bareHtml(html, stylesheet), 'print'),
    page(stylesheet, 'text/css; charset=utf-8', bareStyles(css), 'keep'),
  ])
}
