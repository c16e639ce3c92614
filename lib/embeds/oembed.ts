import { htmlText, xmlText } from '@/lib/words/markup-text'

/** Something to embed in a page of another site. */
export interface Frame {
  /** Absolute address of what is shown. */
  src: string
  title: string
  /** Pixels, or all the room that there is. */
  width: number | '100%'
  height: number
}

/** A frame as HTML to paste: it needs no script, and loads when it comes into view. */
export const frameHtml = ({ src, title, width, height }: Frame): string =>
  `<iframe src="${htmlText(src)}" title="${htmlText(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`

/** Pixels: as high as what is shown usually is, and as wide as it need be. */
export const usualHeight = { ask: 420, matrix: 520, timeline: 640, rule: 460 } as const
const usualWidth = 640

/** What an answer says (oEmbed 1.0, section 2.3.4.4, type `rich`). */
export interface OEmbed extends Pick<Frame, 'src' | 'title'> {
  provider: { name: string; url: string }
  /** Pixels. */
  height: number
  /** Pixels too: what there is room for. */
  maxWidth: number
  maxHeight: number
}

function saidOf({ src, title, provider, height, maxWidth, maxHeight }: OEmbed) {
  const size = { width: Math.min(usualWidth, maxWidth), height: Math.min(height, maxHeight) }
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: provider.name,
    provider_url: provider.url,
    ...size,
    html: frameHtml({ src, title, ...size }),
  }
}

const asXml = (said: Record<string, string | number>): string =>
  [
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    '<oembed>',
    ...Object.entries(said).map(([name, value]) => `<${name}>${htmlText(xmlText(String(value)))}</${name}>`),
    '</oembed>',
    '',
  ].join('\n')

/** The forms of an answer by their names in `format`, each with its media type and that of the links that lead to it. */
export const embedForms = {
  json: {
    type: 'application/json; charset=utf-8',
    found: 'application/json+oembed',
    write: (told: OEmbed) => `${JSON.stringify(saidOf(told))}\n`,
  },
  xml: {
    type: 'text/xml; charset=utf-8',
    found: 'text/xml+oembed',
    write: (told: OEmbed) => asXml(saidOf(told)),
  },
} as const
