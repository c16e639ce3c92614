import fc from 'fast-check'
import type { Text } from '@/lib/model'

/*
 * Content folders of every form that the design allows, as people might write them: ids that YAML takes for something else,
 * texts in any language, dates of any precision, and every way of writing the same record down.
 */

export const trickyIds = [
  'true',
  'false',
  'null',
  'no',
  '2014',
  '007',
  '1e3',
  '0x1f',
  '2023-08-23',
  '12-30',
  'constructor',
  'e',
  'a-b-c',
]
export const plainIds = [
  'ship',
  'radar',
  'gun',
  'near',
  'far',
  'partner',
  'other-state',
  'x1',
  'long-id-with-many-words-in-it',
]
export const anyId = fc.constantFrom(...trickyIds, ...plainIds)
export const idsOf = (prefix: string, most: number, least = 0) =>
  fc.uniqueArray(
    fc.oneof(
      anyId,
      fc.nat(99).map((n) => `${prefix}-${n}`),
    ),
    { minLength: least, maxLength: most },
  )

export const trickyTexts = [
  'yes',
  '~',
  'null',
  '2014',
  '1.10',
  '- a',
  'a: b',
  '#x',
  'x #y',
  "it's",
  '"q"',
  '{a}',
  '[b]',
  '!tag',
  '&anchor',
  '*alias',
  '%',
  '@at',
  '`tick`',
  '| bar',
  '> fold',
  '? q',
  'trailing ',
  ' leading',
  'tab\there',
  'two\nlines',
  'blank\n\nline',
  'ends\n',
  '\nbegins',
  '  indented\nblock',
  '---',
  '...',
  '防衛装備移転',
  'é\u00a0x',
  '𝒳 emoji 🚢',
  '\u2028sep',
  'ü'.repeat(90),
  '<<',
  'x'.repeat(300),
] // prettier-ignore
export const anyWords = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...trickyTexts) },
  { weight: 2, arbitrary: fc.constantFrom('Title', 'Weapons for five purposes', '武器', 'Über die Grenze') },
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text)),
)
export const anyText: fc.Arbitrary<Text> = fc.oneof(
  anyWords,
  fc.dictionary(fc.constantFrom('en', 'ja', 'de', 'fr', 'zh-Hant', 'no'), anyWords, { minKeys: 1, maxKeys: 3 }),
)
export const fewOf = (ids: string[], most: number) => fc.subarray(ids, { maxLength: Math.min(most, ids.length) })
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
/** Fields that are undefined are not there, as in what a schema makes. */
export const record = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc
    .record(fields)
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T)

/** Ids that a record had before; no other record has or had them. */
export const formerly = (id: string) => maybe(fc.constantFrom<string[][]>([], [`was-${id}`], [`was-${id}`, `is-${id}`]))

export const days = [
  '2019-12-31',
  '2020-01-01',
  '2020-02-29',
  '2021-03-31',
  '2021-04-01',
  '2022-06-15',
  '2023-08-23',
  '2024-12-31',
]
export const anyDate = fc.constantFrom(...days, '2020', '2021-04', '2023', '2023-08')
export const anyFullDay = fc.constantFrom(...days, '2018-01-01', '2022-06-14', '2030-01-01')
export const anyPublished = fc.oneof(
  anyDate,
  fc
    .tuple(
      fc.constantFrom(...days),
      fc.constantFrom('00:00', '00:30', '09:00', '14:59:59', '15:00:00', '23:30', '23:59:59.999'),
      fc.constantFrom('Z', '+09:00', '-05:00', '+14:00', '-03:30'),
    )
    .map(([day, time, offset]) => `${day}T${time}${offset}`),
)
export const timeZones = [
  'Asia/Tokyo',
  'America/New_York',
  'Europe/Brussels',
  'UTC',
  'Pacific/Kiritimati',
  'America/St_Johns',
]
export const anyUrl = fc.constantFrom(
  'https://example.org/a?b=c#d',
  'http://例え.jp/道',
  'https://example.org/%E6%AD%A6',
)
export const anyLanguage = fc.constantFrom('en', 'ja', 'de', 'zh-Hant')
export const anyQuote = record({ text: anyWords.filter((text) => text.length < 60), language: anyLanguage })
