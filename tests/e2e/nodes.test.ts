import { request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { anotherNode } from './support/serve'
import { expect, test } from './support/test'

const dossier = 'japan-defence-transfers'

test('slow and silent clients hold up nobody; a node told to end finishes what it began', async ({ request }, info) => {
  const node = await anotherNode(info.project.name)
  const sockets: Socket[] = []
  const open = async (text: string) => {
    const socket = connect(node.port, 'localhost')
    socket.on('error', () => undefined)
    sockets.push(socket)
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.pause()
    socket.write(text)
  }
  try {
    // Requests that never end, and requests for pages of their own whose answers nobody takes.
    for (let at = 0; at < 40; at++) {
      await open(`GET /en/${dossier} HTTP/1.1\r\nHost: localhost\r\nX-Slow: `)
      await open(
        `GET /en/${dossier}/matrix?on=2020-01-${String(1 + (at % 28)).padStart(2, '0')} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      )
    }
    for (let day = 1; day <= 12; day++) {
      const answer = await request.get(
        `${node.address}/en/${dossier}/matrix?on=2021-02-${String(day).padStart(2, '0')}`,
      )
      expect(answer.status()).toBe(200)
    }
  } finally {
    for (const socket of sockets) socket.destroy()
  }
  // Pages that are not printed yet are asked for, more than are made at once, and the node is told to end in their midst.
  const ended = new Promise((resolve) => node.server.once('exit', resolve))
  const before = await node.misses()
  const answers = Array.from({ length: 12 }, (_, at) =>
    whole(`${node.address}/en/${dossier}/matrix?on=2022-03-${String(1 + at).padStart(2, '0')}`),
  )
  await expect.poll(node.misses, { intervals: [5] }).toBe(before + 12)
  node.server.kill('SIGTERM')
  for (const { status, text } of await Promise.all(answers)) {
    expect(status).toBe(200)
    expect(text).toContain('</html>')
  }
  expect(await ended).toBe(0)
})

/** Asks for a page on a connection of its own. */
function whole(url: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest(url, { agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
      answer.on('error', reject)
    })
    asking.on('error', reject)
    asking.end()
  })
}
