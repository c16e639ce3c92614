import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as askPlain, type IncomingHttpHeaders } from 'node:http'
import { request as askSafely } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '../../support/free-port'

const program = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find((path) => existsSync(path))
/** Whether nginx is on this machine; `npm test` fetches it where it can. */
export const hasNginx = program !== undefined
const host = 'rules.example.org'

export interface Told {
  status: number
  headers: IncomingHttpHeaders
}

/** The site of `deploy/nginx` as it stands, but for its ports, its certificate and its nodes, before real nodes. */
export async function startProxy(nodes: readonly number[]) {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-nginx-'))
  const [plain, safe] = await freePorts(2).then((port) => [port, port + 1] as const)
  const [certificate, key] = [join(folder, 'site.pem'), join(folder, 'site.key')]
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${host}`,
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  )
  const given = (name: string) => readFileSync(join('deploy', 'nginx', name), 'utf8')
  const site = given('rulewire.conf')
    .replaceAll(/^ *listen \[::\].*\n/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443', `listen 127.0.0.1:${safe}`)
    .replace(`/etc/ssl/rulewire/${host}.pem`, certificate)
    .replace(`/etc/ssl/rulewire/${host}.key`, key)
  const upstream = given('upstream.conf').replace(/^ *server .*\n/m, (line) =>
    nodes.map((port) => line.replace('127.0.0.1:3000', `127.0.0.1:${port}`)).join(''),
  )
  mkdirSync(join(folder, 'temporary'))
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, 'temporary', name)};`,
  )
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `pid ${join(folder, 'pid')};\nerror_log ${join(folder, 'errors')};\nevents {}\nhttp {\naccess_log off;\n${places.join('\n')}\n${upstream}\n${site}\n}\n`,
  )
  const server: ChildProcess = spawn(program ?? 'nginx', ['-p', folder, '-c', file, '-g', 'daemon off;'])
  const said: string[] = []
  server.stderr?.on('data', (text) => said.push(String(text)))
  while (!existsSync(join(folder, 'pid'))) {
    if (server.exitCode !== null) throw new Error(`nginx did not start:\n${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const ask = (
    path: string,
    over: { method?: string; headers?: Record<string, string>; body?: Buffer; plain?: boolean } = {},
  ) =>
    new Promise<Told>((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = over
      const shared = { host: '127.0.0.1', path, method, headers: { host, ...headers }, agent: false }
      const answered = (answer: import('node:http').IncomingMessage) => {
        answer.resume()
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
      }
      const asking = over.plain
        ? askPlain({ ...shared, port: plain }, answered)
        : askSafely({ ...shared, port: safe, servername: host, rejectUnauthorized: false }, answered)
      asking.on('error', reject)
      asking.end(body)
    })
  const end = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { ask, end }
}
