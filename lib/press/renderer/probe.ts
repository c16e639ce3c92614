import { servedHeader } from '../gate/forwarded'
import { isReadiness } from '../gate/straight'
import type { Handler } from '../render'
import { RendererAwayError } from './away'
import type { Renderers } from './renderers'
import type { ToldState } from './told-state'

/** Milliseconds that a probe waits for the edition to be looked up, before it is asked what the database holds. */
const patience = 3000

/**
 * Lets a probe for readiness through with the number of the edition that is handed out here, once it has been looked up; throws at once
 * where no renderer answers. All else passes as it is.
 */
export const probing =
  (handler: Handler, renderers: Pick<Renderers, 'get'>, state: Pick<ToldState, 'read' | 'refresh'>): Handler =>
  async (request, response) => {
    if (!isReadiness(request.url ?? '')) return handler(request, response)
    if (!renderers.get()) throw new RendererAwayError()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([state.refresh().catch(() => undefined), late])
    clearTimeout(timer)
    request.headers[servedHeader] = String(state.read().edition)
    return handler(request, response)
  }
