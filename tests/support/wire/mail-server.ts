import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What a mail server says of a recipient, perhaps late: an SMTP status, 250 for yes. */
export type Judging = (recipient: string, count: number) => number | Promise<number>

/** A real SMTP server on this machine, which keeps the letters that it took. */
export async function openMailServer(judging: Judging = () => 250) {
  const letters: ParsedMail[] = []
  const raw: string[] = []
  const asked: string[] = []
  const mail = { letters, raw, asked, judging, url: '', close: () => new Promise<void>((done) => server.close(done)) }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: async ({ address }, _session, done) => {
      asked.push(address)
      const status = await mail.judging(address, asked.length)
      if (status === 250) return done()
      done(Object.assign(new Error(`<${address}> is not taken here`), { responseCode: status }))
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const text = Buffer.concat(parts)
        raw.push(text.toString('utf8'))
        letters.push(await simpleParser(text))
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  // Playwright reads the files of tests in a process of its own, which must not wait for it.
  server.server.unref()
  mail.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return mail
}
