import type { Locale } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { htmlText } from '@/lib/words/markup-text'
import { documentOf, type Envelope, headerText, type Letter, messageIdOf } from './letter'

/** What a letter with a one-time link says. */
export interface LinkInWords {
  kind: 'invite' | 'reset'
  site: string
  /** Who invites or resets, and whom. */
  by: string
  name: string
  login: string
  url: string
  /** Hours that the link is open. */
  hours: number
}

/** The letter that brings somebody a one-time link to the desk, in the language of who sends it. */
export function linkLetter(
  { t, locale }: { t: DeskWords; locale: Locale },
  { kind, site, by, name, login, url, hours }: LinkInWords,
  envelope: Envelope,
): Letter {
  const subject = t(`linkMail.${kind}Subject`, { site })
  const said = t(`linkMail.${kind}Text`, { site, by, name, login })
  const once = t('linkMail.once', { hours })
  return {
    from: envelope.from,
    to: envelope.to,
    subject: headerText(subject),
    text: `${[said, '', url, '', once].join('\n')}\n`,
    html: documentOf(locale, subject, [
      `<p>${htmlText(said)}</p>`,
      `<p><a href="${htmlText(url)}">${htmlText(url)}</a></p>`,
      `<p>${htmlText(once)}</p>`,
    ]),
    messageId: messageIdOf(envelope),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
