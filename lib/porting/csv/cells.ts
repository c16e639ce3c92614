import { stringify } from 'yaml'
import { japanese, plainLanguage } from '@/lib/addresses/names'
import { typedDate } from '@/lib/asking/typed-date'
import { parseYaml } from '@/lib/content/document'
import { readDateField } from '@/lib/forms/date-field'
import { isDate, isSameRecord, type Text } from '@/lib/model'

/** Items of a list as the text of a cell: each on a line, as the file form writes it in braces. */
export const writeItems = (items: readonly object[]): string => items.map(writeItem).join('\n')

function writeItem(item: object): string {
  const text = stringify(item, {
    collectionStyle: 'flow',
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    flowCollectionPadding: false,
  }).trim()
  return text.includes('\n') ? JSON.stringify(item) : text
}

export type ReadItems = { ok: true; items: unknown[] } | { ok: false; message: string }

const notItems = 'is no list in the file form: write each item on a line of its own in braces'

/** Reads what `writeItems` writes, and a list in YAML or JSON; whether the items are sound is for the schema. */
export function readItems(cell: string): ReadItems {
  const text = cell.trim()
  if (text === '') return { ok: true, items: [] }
  if (/^[-[]/.test(text)) {
    const whole = readYaml(text)
    return whole.ok && Array.isArray(whole.data) ? { ok: true, items: whole.data } : { ok: false, message: notItems }
  }
  const items: unknown[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const item = line.trimStart().startsWith('{') ? readYaml(line) : null
    if (!item?.ok) return { ok: false, message: notItems }
    items.push(item.data)
  }
  return { ok: true, items }
}

function readYaml(text: string): { ok: true; data: unknown } | { ok: false } {
  try {
    return { ok: true, data: JSON.parse(text) }
  } catch {
    const { data, problems } = parseYaml('', text, { aliases: false })
    return problems.length > 0 ? { ok: false } : { ok: true, data }
  }
}

const unnamed = /^(.*\S)\s*[(（](?:unnamed|匿名)[)）]$/su

interface Link {
  who: Text
  named: boolean
  source?: string | undefined
}

/** Who said it, link by link, each on a line: as a plain name, with “(unnamed)” behind it, or in the file form where there is more to it. */
export const writeLinks = (links: readonly Link[]): string =>
  links
    .map((link) => {
      const plain = `${wordsOf(link.who)}${link.named ? '' : ' (unnamed)'}`
      const back = plain.startsWith('{') || plain.includes('\n') ? null : readLink(plain)
      return back &&
        isSameRecord(back, { who: link.who, named: link.named, ...(link.source && { source: link.source }) })
        ? plain
        : writeItem(link)
    })
    .join('\n')

const wordsOf = (who: Text): string => (typeof who === 'string' ? who : (Object.values(who)[0] ?? ''))

function readLink(line: string): Link {
  const text = line.trim()
  const [, who = null] = unnamed.exec(text) ?? []
  return { who: plainOrJapanese(who ?? text), named: who === null }
}

const plainOrJapanese = (text: string): Text => (isJapanese(text) ? { [japanese]: text } : text)

/** Reads what `writeLinks` writes. */
export function readLinks(cell: string): ReadItems {
  const items: unknown[] = []
  for (const line of cell.split('\n').filter((one) => one.trim() !== '')) {
    const read: ReadItems = line.trimStart().startsWith('{') ? readItems(line) : { ok: true, items: [readLink(line)] }
    if (!read.ok) return read
    items.push(...read.items)
  }
  return { ok: true, items }
}

/** Whether a text is written in Japanese, as far as its signs tell. */
export const isJapanese = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)

/** The language of a text by its signs, among those that a sheet without a column for it could mean. */
export const languageBySigns = (text: string): string => (isJapanese(text) ? japanese : plainLanguage)

/** How a sheet writes dates in figures whose year stands last; '' where it has none, or nobody has said. */
export const dateOrders = ['', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/** A date as a sheet has it, in the form of records; what is none stays as it was. A midnight that spreadsheets put behind a day falls away. */
export function readDate(cell: string, order: DateOrder): string {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d) 0?0:00(?::00)?$/, '')
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  if (order === '' || year === undefined || first === undefined || second === undefined) return dateOf(text, cell)
  const [day, month] = order === 'dmy' ? [first, second] : [second, first]
  return dateOf(`${year}-${month}-${day}`, cell)
}

const dateOf = (text: string, cell: string): string => (isDate(typedDate(text)) ? typedDate(text) : readDateField(cell))
