import 'server-only'
import { randomUUID } from 'node:crypto'
import { parseSettings } from '@/lib/settings'
import type { Envelope, Letter } from '@/lib/wire/letter'
import { openMailer } from '@/lib/wire/smtp'
import type { Outcome } from '@/lib/wire/words'

/** Sends one letter at once, to somebody who waits for it; tried once. Where no mail server is set it is not sent. Never rejects. */
export async function mailOnce(to: string, letterFor: (envelope: Envelope) => Letter): Promise<Outcome> {
  const { mail } = parseSettings(process.env)
  if (!mail) return { ok: false, why: 'never', error: 'no mail server is set' }
  const mailer = openMailer(mail.url)
  try {
    return await mailer.send(letterFor({ from: mail.from, to, id: randomUUID() }))
  } finally {
    mailer.close()
  }
}
