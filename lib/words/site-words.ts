import { type Locale, type Site, say } from '@/lib/model'
import { translator } from './messages'

/** Under which terms the data may be used, in words, and where they stand; the address is missing where there is no licence. */
export interface LicenceInWords {
  text: string
  url?: string | undefined
}

/** The licence of the data, which may be that there is none. */
export function licenceIn({ licence }: Pick<Site, 'licence'>, locale: Locale): LicenceInWords {
  if (licence === 'none') return { text: translator(locale)('licence.none') }
  return { text: say(licence.name, locale).text, url: licenceUrl(licence) }
}

/** Where the terms stand: at the address given, else with SPDX; undefined where there is no licence. */
export const licenceUrl = (licence: Site['licence']): string | undefined =>
  licence === 'none' ? undefined : (licence.url ?? `https://spdx.org/licenses/${licence.spdx}.html`)
