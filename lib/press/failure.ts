import type { IncomingMessage } from 'node:http'
import { type Locale, locales, say, usualLocale } from '@/lib/model'
import { program } from '@/lib/program'
import { directionOf } from '@/lib/words/direction'
import { htmlText } from '@/lib/words/markup-text'
import { type Messages, messagesIn } from '@/lib/words/message-files'
import { type MadeFile, versionOf } from './copies/files'
import { inWords, type Once } from './copies/hand-out'
import type { Safety } from './gate/headers'
import type { PublicSite } from './stamp'

/*
 * The pages that say that a page could not be made. They ask nothing of Next or the database, which may be what failed, and
 * they speak all languages, because nobody has read the address.
 */

/** 503 is a queue that is full, a database that cannot be had, or what makes the pages being started again. */
export type Failing = 500 | 503 | 'away' | 'restart'

const said: Record<Failing, (texts: Messages['failure']) => readonly [string, string]> = {
  500: ({ failedTitle, failedText }) => [failedTitle, failedText],
  away: ({ awayTitle, awayText }) => [awayTitle, awayText],
  restart: ({ awayTitle, restartText }) => [awayTitle, restartText],
  503: ({ busyTitle, busyText }) => [busyTitle, busyText],
}
const sayIn = (failing: Failing, locale: Locale) => said[failing](messagesIn(locale).failure)

const dirOf = (locale: Locale): string => (directionOf(locale) ? ` dir="${directionOf(locale)}"` : '')

const statusOf = (failing: Failing): 500 | 503 => (failing === 500 ? 500 : 503)

const styles =
  Buffer.from(`:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #1b1a17; --soft: #57534a; --accent: #7a1f2b }
@media (prefers-color-scheme: dark) { :root { --paper: #161512; --ink: #ece8dd; --soft: #b8b2a4; --accent: #e39aa3 } }
body { margin: 0 auto; max-width: 40rem; padding: 12vh 1.25rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 "Source Serif 4", "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", Georgia, serif }
h1, h2 { font-weight: 600; line-height: 1.25; margin: 0 0 0.5rem }
h1 { font-size: 1.9rem } h2 { font-size: 1.4rem; margin-top: 2rem; padding-top: 2rem; border-top: 1px solid }
p { margin: 0 } .status { color: var(--soft); letter-spacing: 0.08em } nav { margin-top: 2rem } a { color: var(--accent) }
`)

export const failureStyles: MadeFile = { url: '/assets/failure.css', type: 'text/css; charset=utf-8', bytes: styles }

const type = 'text/html; charset=utf-8'
const pageOf = (failing: Failing, name: string): Buffer => {
  const status = statusOf(failing)
  const [title, text] = sayIn(failing, usualLocale)
  const others = locales.filter((locale) => locale !== usualLocale)
  const sections = others.map((locale) => {
    const [heading, words] = sayIn(failing, locale)
    return `<section lang="${locale}"${dirOf(locale)}><h2>${heading}</h2><p>${words}</p></section>`
  })
  return Buffer.from(`<!doctype html>
<html lang="${usualLocale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title} · ${name}</title><link rel="stylesheet" href="${failureStyles.url}?v=${versionOf(styles)}"></head>
<body><main><p class="status">${name} · ${status}</p><h1>${title}</h1><p>${text}</p>
${sections.join('')}<nav><a href="/">${name}</a></nav></main></body></html>
`)
}

const nameOf = (site: PublicSite | undefined): string => htmlText(site ? say(site.name, usualLocale).text : program)

/** What says that a page could not be made: 500, or 503 with the time to come back; a document to who reads documents. */
export function failureOf(failing: Failing, request: IncomingMessage, safety: Safety, site?: PublicSite): Once {
  const status = statusOf(failing)
  const lines = status === 503 ? ['Retry-After', '2'] : []
  if (/text\/html/i.test(request.headers.accept ?? ''))
    return { status, lines: ['Content-Type', type, ...safety(type), ...lines], body: pageOf(failing, nameOf(site)) }
  return inWords({ status, words: sayIn(failing, usualLocale).join('. '), lines }, safety)
}
