import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { Press } from '@/lib/press'
import { setForwarded } from '@/lib/press/gate/forwarded'
import { openFront } from '@/lib/press/gate/front'
import { printBy } from '@/lib/press/renderer/ask-print'
import { passTo } from '@/lib/press/renderer/pass'
import { Renderers, type RenderersLimits } from '@/lib/press/renderer/renderers'
import { ToldState } from '@/lib/press/renderer/told-state'
import { send } from '../served'

const opened: (() => Promise<void>)[] = []

/** Ends all that `fronted` and `renderersOf` have started. */
export async function endRenderers(): Promise<void> {
  for (const end of opened.splice(0)) await end()
}

interface Wanted {
  count?: number
  /** What the first renderers do: `dies`, or `dies later`. */
  does?: string
  limits?: Partial<RenderersLimits>
}

/** Renderers whose process is `tests/fixtures/renderer/obedient.mjs`. */
export function renderersOf({ count = 1, does = '', limits = {} }: Wanted = {}) {
  const said: string[] = []
  const state: ToldState = new ToldState(() => renderers)
  const renderers: Renderers = new Renderers({
    entry: pathToFileURL('tests/fixtures/renderer/obedient.mjs'),
    count,
    begin: { port: 1, origin: does, isFirst: true, contentDir: null },
    onTold: (message) => state.take(message),
    say: (line) => said.push(line),
    limits: { pause: 10, ...limits },
  })
  opened.push(() => renderers.close())
  return { renderers, state, said }
}

/** A press before such renderers, on a real port. */
export async function fronted(wanted: Wanted = {}) {
  const { renderers, state, said } = renderersOf(wanted)
  const notices = await renderers.start()
  const pass = passTo(renderers)
  const press = new Press({
    handler: (request, response, beforeAnswer) => {
      setForwarded(request, { publicUrl: undefined, trustProxy: false })
      return pass(request, response, beforeAnswer)
    },
    render: printBy(renderers),
    source: state,
    now: Date.now,
  })
  const server: Server = openFront((request, response) => press.handle(request, response), press.safety).server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  const { port } = server.address() as AddressInfo
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    send({ port, path, headers, method })
  return { renderers, state, said, notices, press, port, ask }
}
