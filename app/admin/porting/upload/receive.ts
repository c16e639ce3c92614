import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'

/** Bytes that a file to be imported may have. */
const mostBytes = 64 * 1024 * 1024
const longestName = 120
/** Bytes that may be pasted instead of a file. */
const mostPasted = 1024 * 1024
/** Under which name a form sends what was pasted. */
const pastedField = 'text'

/** A form without a file, or whose file is larger than may be, or that broke off, or that names no dossier. */
export class UnreceivedError extends Error {
  constructor(readonly why: 'none' | 'large' | 'broken' | 'dossier') {
    super(`No file was received (${why}).`)
    this.name = 'UnreceivedError'
  }
}

/** Takes the file of a form as it comes: `begin` with its name, then `keep` part after part, each but the last of `partBytes`. */
export interface FileTaker {
  partBytes: number
  begin(name: string): Promise<void>
  keep(part: Buffer, place: number): Promise<void>
}

/** What came with a form: the length of its file, and its other fields. */
interface Received {
  bytes: number
  fields: Map<string, string>
}

/**
 * Hands the file of a form (RFC 7578) on without ever holding all of it, or what was pasted under `pastedName` where no file came.
 * Throws `UnreceivedError`.
 */
export async function receiveFile(request: Request, taker: FileTaker, pastedName: string): Promise<Received> {
  const parser = parserFor(request)
  if (!parser || !request.body) throw new UnreceivedError('none')
  let taking: Promise<number> | undefined
  const fields = new Map<string, string>()
  parser.on('field', (name, value, _nameCut, isCut) => {
    fields.set(name, value)
    if (isCut) parser.destroy(new UnreceivedError('large'))
  })
  parser.on('file', (_field, file, name) => {
    if (name === undefined || name === '') file.resume()
    else {
      taking ??= take(file, name.slice(-longestName), taker)
      taking.catch((error: Error) => parser.destroy(error))
    }
  })
  try {
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser)
  } catch (error) {
    // What went wrong with the storing is for who stores; what the parser says of the form is one thing.
    await taking
    throw error instanceof UnreceivedError ? error : new UnreceivedError('broken')
  }
  const pasted = Buffer.from(fields.get(pastedField) ?? '')
  if (!taking && pasted.toString().trim() !== '')
    taking = take(Object.assign(Readable.from([pasted]), { truncated: false }), pastedName, taker)
  if (!taking) throw new UnreceivedError('none')
  return { bytes: await taking, fields }
}

function parserFor(request: Request): BusboyInstance | null {
  try {
    const type = request.headers.get('content-type') ?? ''
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 6, parts: 7, fileSize: mostBytes, fieldSize: mostPasted },
    })
  } catch {
    return null
  }
}

async function take(file: Readable & { truncated: boolean }, name: string, taker: FileTaker): Promise<number> {
  await taker.begin(name)
  let [bytes, place] = [0, 0]
  let held: Buffer[] = []
  let length = 0
  const flush = async (all: boolean) => {
    let rest = Buffer.concat(held)
    while (rest.length >= taker.partBytes || (all && rest.length > 0)) {
      await taker.keep(rest.subarray(0, taker.partBytes), place++)
      rest = rest.subarray(taker.partBytes)
    }
    ;[held, length] = [[rest], rest.length]
  }
  for await (const chunk of file as AsyncIterable<Buffer>) {
    held.push(chunk)
    length += chunk.length
    bytes += chunk.length
    if (length >= taker.partBytes) await flush(false)
  }
  if (file.truncated) throw new UnreceivedError('large')
  if (bytes === 0) throw new UnreceivedError('none')
  await flush(true)
  return bytes
}
