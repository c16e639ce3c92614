import type { Address, Parameter } from './address'
import { languages } from './names'
import { moment, parameter, pins } from './parameters'

/** The file that stands beside a page and shows it in a picture, for sites that show a link to it. */
export const pictureFile = 'preview.png'

/** The pages of the site, and of a dossier, whose picture says no more than what the page is. */
export const sitePictures = [
  'ask',
  'feeds',
  'about',
  'method',
  'data',
  'imprint',
  'accessibility',
  'file-form',
  'api',
  'search',
  'corrections',
  'editions',
  'edition',
] as const
export const dossierPictures = [
  'timeline',
  'rules',
  'changes',
  'matrix',
  'compare',
  'calendar',
  'scorecard',
  'contradictions',
  'more',
  'actors',
  'sources',
  'what-if',
  'grounds',
] as const

export type SitePicture = (typeof sitePictures)[number]
export type DossierPicture = (typeof dossierPictures)[number]

function picture<Folder extends string, Name extends string = never, More extends Partial<Address> = object>(
  folder: Folder,
  parameters?: Readonly<Record<Name, Parameter>>,
  more?: More,
): Address<`/{locale}${Folder}/${typeof pictureFile}`, Name | keyof typeof pins> & More {
  const path = `/{locale}${folder}/${pictureFile}` as const
  const all = { ...pins, ...parameters } as Readonly<Record<Name | keyof typeof pins, Parameter>>
  return { path, parameters: all, absolute: false, ...(more as More) }
}

/** The pictures of pages, each at the edition and on the day that the page is read at. */
export const pictures = {
  site: picture('', { page: parameter.code(sitePictures) }),
  dossier: picture('/{dossier}', { page: parameter.code(dossierPictures) }),
  report: picture('/{dossier}/reports/{id}'),
  rule: picture('/{dossier}/rules/{id}'),
  change: picture('/{dossier}/changes/{id}'),
  actor: picture('/{dossier}/actors/{id}'),
  ask: picture('/{dossier}/ask', moment, { dimensions: 'dropEmpty' as const, asksForDay: true }),
}

const icon = (path: string): Address<string> => ({ path, parameters: {}, absolute: false })

/** Pixels of the pictures of the icon, by their address. */
export const iconSizes = { '/apple-touch-icon.png': 180, '/icon-192.png': 192, '/icon-512.png': 512 } as const

/** The icon of the site in the forms that old browsers and home screens ask for. */
export const icons = {
  favicon: icon('/favicon.ico'),
  appleTouch: icon('/apple-touch-icon.png'),
  middle: icon('/icon-192.png'),
  large: icon('/icon-512.png'),
}

/** What a home screen needs to know of the site (Web Application Manifest), in a language. */
export const manifest: Address<string, 'language'> = {
  path: '/manifest.webmanifest',
  parameters: { language: parameter.code(languages) },
  repeated: 'first',
  absolute: false,
}

/** Every picture, icon and what names them. */
export const pictureAddresses: readonly Address[] = [...Object.values(pictures), ...Object.values(icons), manifest]
