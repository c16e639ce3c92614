/** Encodings that a CSV file may be in, by their names in the Encoding Standard. */
export const csvEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'windows-1252'] as const
export type CsvEncoding = (typeof csvEncodings)[number]

/** A file in parts, in order. */
export type FileParts = AsyncIterable<Buffer> | Iterable<Buffer>

const sampleBytes = 64 * 1024

/** The encoding of a file: by its byte order mark, by its zeros, as UTF-8 where all of it is that, else by what its beginning could be. */
export async function sniffEncoding(parts: FileParts): Promise<CsvEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let sample: Buffer = Buffer.alloc(0)
  let isUtf8 = true
  for await (const part of parts) {
    if (sample.length < sampleBytes) sample = Buffer.concat([sample, part.subarray(0, sampleBytes)])
    try {
      if (isUtf8) utf8.decode(part, { stream: true })
    } catch {
      isUtf8 = false
    }
    const known = byMark(sample) ?? byZeros(sample)
    if (known) return known
    if (!isUtf8 && sample.length >= sampleBytes) break
    await others()
  }
  try {
    if (isUtf8) utf8.decode()
  } catch {
    isUtf8 = false
  }
  return isUtf8 ? 'utf-8' : legacyOf(sample)
}

function byMark(bytes: Buffer): CsvEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Latin letters, digits and commas have a zero beside them in UTF-16, and no CSV has zeros otherwise. */
function byZeros(bytes: Buffer): CsvEncoding | null {
  let [even, odd] = [0, 0]
  for (let at = 0; at < bytes.length; at++)
    if (bytes[at] === 0) {
      if (at % 2 === 0) even++
      else odd++
    }
  if (even + odd < bytes.length / 20) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** What is no UTF-8: Japanese in either of its older encodings, or a western text. */
function legacyOf(sample: Buffer): CsvEncoding {
  // Cut where a line ends, so that no sign is cut in two.
  const end = sample.lastIndexOf(0x0a)
  const whole = end > 0 ? sample.subarray(0, end) : sample
  const oddSigns = (encoding: CsvEncoding) => {
    const text = new TextDecoder(encoding).decode(whole)
    // EUC-JP read as Shift_JIS is a text of half-width katakana.
    return { encoding, broken: text.includes('\ufffd'), strange: text.match(/[\uff61-\uff9f]/g)?.length ?? 0 }
  }
  const fitting = [oddSigns('shift_jis'), oddSigns('euc-jp')].filter(({ broken }) => !broken)
  return fitting.sort((a, b) => a.strange - b.strange)[0]?.encoding ?? 'windows-1252'
}

const pieceBytes = 64 * 1024

/** The text of a file, piece by piece, without its byte order mark, its lines ending in LF; between two pieces others have their turn. */
export async function* decoded(parts: FileParts, encoding: CsvEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const part of parts)
    for (let at = 0; at < part.length; at += pieceBytes) {
      const text = held + decoder.decode(part.subarray(at, at + pieceBytes), { stream: true })
      // Half of a line end waits for the other half.
      held = text.endsWith('\r') ? '\r' : ''
      yield inLf(held === '' ? text : text.slice(0, -1))
      await others()
    }
  yield inLf(held + decoder.decode())
}

const inLf = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Lets whatever waits have its turn. */
export const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
