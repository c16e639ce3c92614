import { plainLanguage } from '@/lib/addresses/names'
import { accentsOf, type Site, say } from '@/lib/model'
import { htmlText } from '@/lib/words/markup-text'

/** What the icon shows of a site that has no mark of its own: a page with a line of answers on it. */
const usual =
  '<path class="i" d="M5 7h22v2H5zM5 11h22v1H5zM5 23h22v2H5z"/><rect class="a" x="5" y="15" width="5" height="5"/><rect class="a" x="12" y="15" width="5" height="5"/><path class="i" d="M19.500 15.500h3v4h-3zM25 15.500h2v4h-2z" fill-opacity=".35"/>'
const usualAccents = { light: '#7a1f2b', dark: '#e39aa3' }

/** The icon of a site as an SVG document, by day and by night: its mark in its accent. */
export function iconSvg({ name, mark, accent }: Pick<Site, 'name' | 'mark' | 'accent'>): string {
  const { light, dark } = accent === undefined ? usualAccents : accentsOf(accent)
  const drawing = mark === undefined ? usual : `<path class="a" d="${htmlText(mark)}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${htmlText(say(name, plainLanguage).text)}</title><style>.p{fill:#fffefb}.i{fill:#1b1a17}.a{fill:${light}}@media(prefers-color-scheme:dark){.p{fill:#1c1b17}.i{fill:#ece8dd}.a{fill:${dark}}}</style><rect class="p" width="32" height="32" rx="3"/>${drawing}</svg>
`
}

/** What pages are coloured by beside the usual style sheet: the accent of the site, by day and by night. */
export function accentCss(accent: string): string {
  const { light, dark } = accentsOf(accent)
  return `html:root { --accent: ${light} }
@media (prefers-color-scheme: dark) {
  html:root { --accent: ${dark} }
}
`
}
