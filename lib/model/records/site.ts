import parseSpdx from 'spdx-expression-parse'
import { z } from 'zod'
import { program } from '@/lib/program'
import { contrastIn, isColour, leastContrast } from '../accent'
import { fewNames, listOf } from '../bounds'
import { isDay, isTimeZone } from '../day'
import { idSchema } from '../id'
import { isLocale, type Locale, languageSchema, lineSchema, locales, pageTextSchema, wordSchema } from '../text'
import { addressSchema, perWord } from './fields'

/** The id of the one record of its kind. */
export const siteId = 'site'

/** The pages that a site tells of itself, each a text. */
export const sitePages = ['about', 'method', 'data', 'imprint', 'accessibility'] as const
export type SitePageId = (typeof sitePages)[number]

const accentSchema = z
  .string()
  .refine(isColour, { error: 'is not a colour such as #7a1f2b', abort: true })
  .refine((colour) => contrastIn('light', colour) >= leastContrast, {
    error: (issue) =>
      `has a contrast of ${contrastIn('light', String(issue.input)).toFixed(1)} to 1 with the paper, and text needs ${leastContrast}: choose a darker colour`,
  })

const mostOfMark = 4000

/** A drawing in one colour: the data of an SVG path, which can hold nothing else. */
const markSchema = z
  .string()
  .max(mostOfMark, `is too long for a mark: ${mostOfMark} signs at most`)
  .regex(
    /^[Mm][MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]*$/,
    'is not the data of an SVG path on a field of 32 by 32, such as M4 4h24v24H4z',
  )

function isSpdx(text: string): boolean {
  try {
    return 'license' in parseSpdx(text)
  } catch {
    return false
  }
}

const licenceSchema = z.union([
  z.literal('none'),
  z
    .strictObject({
      name: lineSchema,
      spdx: wordSchema
        .refine(isSpdx, 'is not the identifier of a licence at spdx.org/licenses, such as CC-BY-4.0')
        .optional(),
      url: addressSchema.optional(),
    })
    .refine(({ spdx: id, url }) => id !== undefined || url !== undefined, {
      path: ['spdx'],
      error: 'is missing: a licence has an identifier of SPDX, an address, or both',
    }),
])

/** A domain, or a mail address. */
const authorityName = /^(?:[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z]$/i

/** The text of a page by language. */
const pageSchema = z
  .record(
    languageSchema,
    pageTextSchema.overwrite((text) => text.trim()).refine((text) => text !== '', 'must not be empty'),
  )
  .refine((texts) => Object.keys(texts).length > 0, 'needs a text in at least one language')
  .refine(...fewNames('languages'))

/** What the tracker says of itself (model, section 9). */
export const siteSchema = z.strictObject({
  id: z.literal(siteId, { error: `must be “${siteId}”: there is only one` }),
  name: lineSchema,
  // What stands under the name.
  line: lineSchema,
  mark: markSchema.optional(),
  accent: accentSchema.optional(),
  // Those that readers are offered, the usual one first; left out, all that there are messages in.
  languages: listOf(
    z.string().refine(isLocale, {
      error: (issue) =>
        `“${String(issue.input)}” has no file of messages, as ${locales.map((one) => `${one}.json`).join(' and ')} are`,
    }),
  )
    .min(1, 'names no language: leave it out for all that there are')
    .refine((all) => new Set(all).size === all.length, 'names a language twice')
    .optional(),
  // In which the desk and the pages outside the dossiers tell the day.
  zone: z.string().refine(isTimeZone, 'is not an IANA time zone such as Asia/Tokyo'),
  // In the order of the front page; those that it does not name come after.
  dossiers: listOf(idSchema)
    .refine((all) => new Set(all).size === all.length, 'names a dossier twice')
    .default([]),
  // Of the data: `none` is said aloud.
  licence: licenceSchema.default('none'),
  // A mail address or the address of a page.
  contact: z
    .string()
    .refine(
      (text) => z.email().safeParse(text).success || addressSchema.safeParse(text).success,
      'is neither a mail address nor a web address starting with http:// or https://',
    )
    .optional(),
  // In whose name the ids of events are made (RFC 4151): a domain or a mail address, and a day on which it was ours.
  authority: z
    .strictObject({
      name: z.string().regex(authorityName, 'is neither a domain nor a mail address, such as example.org'),
      since: z.string().refine(isDay, 'is not a day such as 2026-11-25'),
    })
    .optional(),
  // Each text stands in a file of its own.
  pages: z.strictObject(perWord(sitePages, pageSchema.optional())).optional(),
})

/** It never gets another id. */
export type Site = z.infer<typeof siteSchema> & { formerly?: undefined }
export type SiteLicence = Exclude<Site['licence'], 'none'>

/** What a site is until somebody says what it is. */
export const defaultSite: Site = {
  id: siteId,
  name: program,
  line: program,
  zone: 'UTC',
  dossiers: [],
  licence: 'none',
}

/** The languages that a site offers readers, the usual one first. */
export const shownLanguages = ({ languages }: Pick<Site, 'languages'>): readonly Locale[] =>
  languages?.filter(isLocale) ?? locales

/** Whether a site has a page. How its data can be had, every site says. */
export const hasPage = ({ pages }: Pick<Site, 'pages'>, page: SitePageId): boolean =>
  page === 'data' || pages?.[page] !== undefined
