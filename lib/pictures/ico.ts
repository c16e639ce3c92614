/** A picture of an icon file: a square PNG of `size` pixels, at most 256. */
export interface IconPicture {
  size: number
  png: Buffer
}

/** An ICO file that holds PNG pictures, as browsers take it (HTML standard, section 4.6.7.8: `favicon.ico`). */
export function toIco(pictures: readonly IconPicture[]): Buffer {
  const head = Buffer.alloc(6 + pictures.length * 16)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, at) => {
    const entry = 6 + at * 16
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
