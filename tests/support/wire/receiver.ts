import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

/** What a receiver does with a message: the status that it answers, or a promise of it. */
export type Answering = (received: Received, count: number) => number | Promise<number>

/** A receiver of webhooks on this machine, which keeps what it got; gone after the tests of the file. */
export async function openReceiver(answering: Answering = () => 204) {
  const got: Received[] = []
  const receiver = { got, answering, address: '', host: '' }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', async () => {
      const received = { headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
      got.push(received)
      const status = await receiver.answering(received, got.length)
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('thank you')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  receiver.host = `127.0.0.1:${port}`
  receiver.address = `http://${receiver.host}/hook`
  afterAll(() => void server.close())
  return receiver
}
