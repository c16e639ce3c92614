import { createServer } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { withAnswer } from '@/lib/press/answer'

/* The other end: the same build without the press, so that Next renders each time. */

const root = join(import.meta.dirname, '..', '..', '..')
const port = Number(process.env.PORT)
const hostname = process.env.HOST ?? 'localhost'
const app = next({ dev: false, dir: root, hostname, port })
await app.prepare()
const handle = app.getRequestHandler()

createServer((request, response) => {
  request.headers['x-forwarded-host'] = request.headers.host ?? hostname
  request.headers['x-forwarded-proto'] = 'http'
  request.headers['user-agent'] ||= 'bench'
  withAnswer({}, () => handle(request, response))
}).listen(port, hostname, () => console.log('ready'))
