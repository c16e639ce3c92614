import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A zip of files (path -> text) as a stream. The same files in the same order give the same bytes, whenever and wherever. */
export function packZip(files: ReadonlyMap<string, string>): Readable {
  // Any one moment: the day itself would make other bytes of the same edition. A zip tells the time on the clock of the wall.
  const mtime = new Date(1981, 0, 1)
  const zip = new ZipFile()
  for (const [file, text] of files)
    zip.addBuffer(Buffer.from(text), file, { mtime, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  return zip.outputStream as Readable
}
