import { isId } from '@/lib/model'
import type { Address } from './address'
import { pages } from './pages'
import { parameter } from './parameters'

/** The pages of which other sites may show a part in a frame. */
export const embeddable = { ask: pages.ask, matrix: pages.matrix, timeline: pages.timeline, rule: pages.rule }
export type Embeddable = keyof typeof embeddable

const root = '/embed'

/** The parts themselves: each at the address of its page behind `/embed`, with the same parameters. */
export const embeds: readonly Address[] = Object.values(embeddable).map(({ isPage, ...page }) => ({
  ...page,
  path: `${root}${page.path}`,
}))

/** Where others learn how a page is embedded (oEmbed 1.0), whatever else they send along. */
export const embedFiles: { oembed: Address<string, 'url' | 'format' | 'maxwidth' | 'maxheight'> } = {
  oembed: {
    path: '/oembed',
    parameters: {
      url: parameter.text('The address of a page of this site: an answer, a matrix, a timeline or a rule'),
      format: parameter.text('`json` or `xml`; left out, `json`'),
      maxwidth: parameter.number('How wide the frame may be at most, in pixels'),
      maxheight: parameter.number('How high the frame may be at most, in pixels'),
    },
    repeated: 'first',
    overlooks: true,
    absolute: true,
  },
}

/** Whether a path is that of a part to embed: other sites may frame it, and nothing else. */
export const isEmbed = (path: string): boolean => path.startsWith(`${root}/`)

/** Whether an address is that of a page of which a part can be embedded. */
export const isEmbeddable = (address: Address): boolean =>
  Object.values(embeddable).some(({ path }) => path === address.path)

/** The address of the part of a page: `/en/arms/rules/a-rule` is `/embed/en/arms/rules/a-rule`. */
export const embedOf = (page: string): string => root + page

/** A page that can be embedded, found by its path. */
export interface FoundPage {
  name: Embeddable
  /** Of its address: `locale`, `dossier` and, of a rule, `id`. */
  parts: { locale: string; dossier: string; id: string }
}

/** The page at a path, or at that of its part; undefined where no page of which there are parts is there. */
export function embeddableAt(path: string): FoundPage | undefined {
  const given = (isEmbed(path) ? path.slice(root.length) : path).replace(/\/$/, '').split('/').slice(1)
  for (const [name, page] of Object.entries(embeddable)) {
    const pattern = page.path.split('/').slice(1)
    const isIt = pattern.length === given.length && pattern.every((part, at) => fits(part, given[at] ?? ''))
    const partOf = (part: string) => given[pattern.indexOf(`{${part}}`)] ?? ''
    if (isIt)
      return {
        name: name as Embeddable,
        parts: { locale: partOf('locale'), dossier: partOf('dossier'), id: partOf('id') },
      }
  }
  return undefined
}

const fits = (part: string, given: string): boolean =>
  part === '{locale}' ? given !== '' : part.startsWith('{') ? isId(given) : part === given
