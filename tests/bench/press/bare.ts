import { createServer } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { withAnswer } from '@/lib/press/answer'

/* The other end: the same build without the press, so that Next renders each time; `BARE` names another app to serve. */

const port = Number(process.env.PORT)
const hostname = process.env.HOST ?? 'localhost'
const app = next({ dev: false, dir: join(process.cwd(), process.env.BARE ?? '.'), hostname, port })
await app.prepare()
const handle = app.getRequestHandler()

process.once('SIGINT', () => process.exit(0))

createServer((request, response) => {
  request.headers['x-forwarded-host'] = request.headers.host ?? hostname
  request.headers['x-forwarded-proto'] = 'http'
  request.headers['user-agent'] ||= 'bench'
  withAnswer({ request: 'bench', method: 'GET', path: '' }, () => handle(request, response))
}).listen(port, hostname, () => console.log('ready'))
