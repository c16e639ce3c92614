import { renderAsync } from '@resvg/resvg-js'
import { fontFiles, lastFamily } from './faces'

/** How many pictures are drawn at a time: each takes a thread of the few that files and passwords are read on too. */
const mostDrawn = 2
let drawing = 0
const waiting: (() => void)[] = []

/**
 * An SVG document as a PNG of `width` pixels; left out, of the width that it says itself. It is drawn on another thread, from our
 * own font files and without anything of another host. `paper`: what shows through where nothing is drawn; left out, nothing.
 */
export async function toPng(svg: string, { width, paper }: { width?: number; paper?: string } = {}): Promise<Buffer> {
  if (drawing >= mostDrawn) await new Promise<void>((resolve) => waiting.push(resolve))
  else drawing++
  try {
    const drawn = await renderAsync(svg, {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: lastFamily },
      logLevel: 'off',
      ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
      ...(paper === undefined ? {} : { background: paper }),
    })
    return drawn.asPng()
  } finally {
    // Whoever waits takes the place.
    const next = waiting.shift()
    if (next) next()
    else drawing--
  }
}
