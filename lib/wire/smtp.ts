import type { Letter } from './letter'
import { errorToKeep, type Outcome } from './words'

/** Hands letters to a mail server. */
export interface Mailer {
  /** Never rejects. Gives up after half a minute. */
  send(letter: Letter): Promise<Outcome>
  close(): void
}

/** Milliseconds: for the connection, for each answer of the server, and for the whole. */
const usualLimits = { connection: 10_000, answer: 15_000, whole: 30_000 }
/** Connections at once. */
const connections = 4

/** Opens the way to a mail server, `smtp://user:password@host:port` or `smtps://`; nothing is asked of it before there is a letter. */
export function openMailer(url: string, given: Partial<typeof usualLimits> = {}): Mailer {
  const limits = { ...usualLimits, ...given }
  // Read by sites that send letters only.
  const opening = import('nodemailer').then(({ createTransport }) =>
    createTransport({
      url,
      pool: true,
      maxConnections: connections,
      connectionTimeout: limits.connection,
      greetingTimeout: limits.answer,
      socketTimeout: limits.answer,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  )
  return {
    send: async (letter) => {
      const { from, to, subject, text, html, messageId } = letter
      // As they stand: nodemailer would encode what is in quotes, as no reader of a `List-Id` expects it.
      const headers = Object.entries(letter.headers).map(([key, value]) => ({ key, value: { prepared: true, value } }))
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<Outcome>((resolve) => {
        timer = setTimeout(
          () => resolve({ ok: false, why: 'later', error: 'the mail server is too slow' }),
          limits.whole,
        )
      })
      const sent = opening
        .then((transport) =>
          transport.sendMail({ from, to, subject, text, html, messageId, headers, textEncoding: 'quoted-printable' }),
        )
        .then((): Outcome => ({ ok: true }), outcomeOf)
      return Promise.race([sent, late]).finally(() => clearTimeout(timer))
    },
    close: () => void opening.then((transport) => transport.close()),
  }
}

/** What nodemailer says of a refusal. */
interface SmtpError extends Error {
  code?: string
  command?: string
  responseCode?: number
}

/** A mailbox is refused for good by a 5xx to `RCPT TO` (RFC 5321, section 4.2.1); what else goes wrong may be otherwise later. */
function outcomeOf(error: SmtpError): Outcome {
  const { responseCode = 0, command = '' } = error
  const isRecipient = responseCode >= 500 && responseCode < 600 && /^RCPT/i.test(command)
  return { ok: false, why: isRecipient ? 'recipient' : 'later', error: errorToKeep(error) }
}
