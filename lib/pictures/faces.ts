import { join } from 'node:path'
import { type Font, readFont } from './font'

/** A font family at a weight, and the file it stands in. */
interface Face {
  family: string
  weight: number
  file: string
}

const folder = join(process.cwd(), 'node_modules', '@expo-google-fonts')
const face = (family: string, weight: number, file: string): Face => ({ family, weight, file: join(folder, file) })

/*
 * The faces of the pages, as files that the renderer reads: it takes no WOFF2. The readers' own Japanese fonts are not on the
 * server, so that one comes along (decision 0025).
 */
const serif = face('Source Serif 4', 600, 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf')
const sans = face('Source Sans 3', 400, 'source-sans-3/400Regular/SourceSans3_400Regular.ttf')
const mincho = face('BIZ UDPMincho', 400, 'biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf')
const boldMincho = face('BIZ UDPMincho', 700, 'biz-udpmincho/700Bold/BIZUDPMincho_700Bold.ttf')

/** How a line is set: headings and answers, or everything smaller. */
export type Style = 'serif' | 'sans'

/** The faces of a style, in the order in which they are asked for a sign. */
const styles: Record<Style, readonly [Face, Face]> = { serif: [serif, boldMincho], sans: [sans, mincho] }

/** Every font file, for the renderer. */
export const fontFiles: string[] = [serif, sans, mincho, boldMincho].map(({ file }) => file)

/** The family for Japanese, which is also that of signs that no family asked for has. */
export const lastFamily = mincho.family
/** The family of labels in Latin letters. */
export const labelFamily = sans.family

const read = new Map<Face, Font>()

function fontOf(one: Face): Font {
  const font = read.get(one) ?? readFont(one.file)
  read.set(one, font)
  return font
}

/** A stretch of a line that is set in one face. */
export interface FaceRun {
  text: string
  family: string
  weight: number
  /** In parts of the font size. */
  width: number
}

/** A line as stretches of one face each: the renderer would set a mixed one wholly in the last of its faces. */
export function runsOf(text: string, style: Style): FaceRun[] {
  const runs: FaceRun[] = []
  for (const sign of text) {
    const codePoint = sign.codePointAt(0) ?? 0
    const [first, last] = styles[style]
    const chosen = fontOf(first).has(codePoint) ? first : last
    const width = fontOf(chosen).widthOf(codePoint)
    const open = runs.at(-1)
    if (open && open.family === chosen.family) {
      open.text += sign
      open.width += width
    } else runs.push({ text: sign, family: chosen.family, weight: chosen.weight, width })
  }
  return runs
}

/** The width of a line, in parts of the font size. Pairs are not drawn nearer here: it may be a little less. */
export const widthOf = (text: string, style: Style): number =>
  runsOf(text, style).reduce((sum, { width }) => sum + width, 0)
