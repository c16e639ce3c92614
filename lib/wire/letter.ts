import type { EventItem } from '@/lib/events/item'
import type { Locale } from '@/lib/model'
import { htmlText } from '@/lib/words/markup-text'
import { translator } from '@/lib/words/messages'
import type { FollowedInWords, Telling } from './telling'

/** A mail, ready to be sent. */
export interface Letter {
  from: string
  to: string
  subject: string
  text: string
  html: string
  /** `<id@host>` (RFC 5322, section 3.6.4): the same each time that it is sent. */
  messageId: string
  /** In ASCII, each in one line. */
  headers: Record<string, string>
}

/** Who writes to whom, and under which id. */
export interface Envelope {
  /** The sender, as `MAIL_FROM` says it. */
  from: string
  to: string
  /** Of the delivery. */
  id: string
}

/** Where a subscriber changes or ends what was subscribed, in a browser and by one click of a mail program. */
export interface WaysOut {
  manage: string
  oneClick: string
}

const longestSubject = 200

/** A text as a header takes it: in one line, bounded. */
export const headerText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, longestSubject)
    .toWellFormed()

/** What comes after the @ in an address, with or without a name before it. */
export const hostOf = (from: string): string =>
  from.slice(from.lastIndexOf('@') + 1).replace(/[>\s]/g, '') || 'localhost'

/** The `Message-ID` of a letter. */
export const messageIdOf = ({ id, from }: Envelope): string => `<${id}@${hostOf(from)}>`

/** The letter that tells of events: one, or a digest of several. */
export function eventsLetter(telling: Telling, envelope: Envelope, ways: WaysOut & { listId: string }): Letter {
  const { locale, followed, items } = telling
  const t = translator(locale)
  const [only] = items
  const isOne = items.length === 1 && only !== undefined
  const subject = isOne ? only.title : t('wire.digest', { count: items.length, what: followed.title })
  const why = t('wire.why', { what: followed.title })
  const text = [
    ...items.flatMap(({ title, text, url }) => [title, '', text, '', url, '', rule]),
    why,
    followed.url,
    '',
    `${t('wire.change')}:`,
    ways.manage,
  ]
  const body = [
    ...items.map((item) => itemHtml(item)),
    '<hr>',
    `<p>${htmlText(why)} <a href="${htmlText(followed.url)}">${htmlText(followed.title)}</a></p>`,
    `<p><a href="${htmlText(ways.manage)}">${htmlText(t('wire.change'))}</a></p>`,
  ]
  return {
    from: envelope.from,
    to: envelope.to,
    subject: headerText(subject),
    text: `${text.join('\n')}\n`,
    html: documentOf(locale, subject, body),
    messageId: messageIdOf(envelope),
    headers: {
      'List-Id': `${JSON.stringify(asciiOnly(followed.title))} <${ways.listId}.${hostOf(envelope.from)}>`,
      'List-Unsubscribe': `<${ways.oneClick}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  }
}

/**
 * The letter that asks whether one really wants to follow something; to somebody who does already (`isKnown`) it says so. It holds
 * nothing that whoever asked for it has typed.
 */
export function askingLetter(
  { locale, followed, isKnown }: { locale: Locale; followed: FollowedInWords; isKnown: boolean },
  envelope: Envelope,
  { manage }: Pick<WaysOut, 'manage'>,
): Letter {
  const t = translator(locale)
  const what = followed.title
  const subject = isKnown ? t('wire.knownSubject', { what }) : t('wire.askSubject', { what })
  const said = isKnown ? t('wire.knownText', { what }) : t('wire.askText', { what })
  const link = isKnown ? t('wire.change') : t('wire.askLink')
  const ignore = isKnown ? t('wire.knownIgnore') : t('wire.askIgnore')
  return {
    from: envelope.from,
    to: envelope.to,
    subject: headerText(subject),
    text: `${[said, '', `${link}:`, manage, '', ignore].join('\n')}\n`,
    html: documentOf(locale, subject, [
      `<p>${htmlText(said)}</p>`,
      `<p><a href="${htmlText(manage)}">${htmlText(link)}</a></p>`,
      `<p>${htmlText(ignore)}</p>`,
    ]),
    messageId: messageIdOf(envelope),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

const rule = '----------------------------------------\n'

const itemHtml = ({ title, html, url }: EventItem): string =>
  `<h2><a href="${htmlText(url)}">${htmlText(title)}</a></h2>\n${html}`

/** A letter as HTML, of pieces that are HTML already. */
export const documentOf = (locale: Locale, title: string, body: readonly string[]): string =>
  `<!doctype html>\n<html lang="${locale}">\n<head><meta charset="utf-8"><title>${htmlText(title)}</title></head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`

/** The phrase of a `List-Id` (RFC 2919, section 3) is of ASCII; nothing is lost, for the subject says it in full. */
const asciiOnly = (text: string): string =>
  headerText(text)
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/["\\]/g, '')
    .trim()
