import { servedHeader } from '../gate/forwarded'
import { isReadiness } from '../gate/straight'
import type { WaitingHandler } from '../render'
import { within } from '../within'
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
  (
    handler: WaitingHandler,
    renderers: Pick<Renderers, 'get'>,
    state: Pick<ToldState, 'read' | 'refresh'>,
  ): WaitingHandler =>
  async (request, response, beforeAnswer) => {
    if (!isReadiness(request.url ?? '')) return handler(request, response, beforeAnswer)
    if (!renderers.get()) throw new RendererAwayError()
    await within(
      state.refresh().catch(() => undefined),
      patience,
    )
    request.headers[servedHeader] = String(state.read().edition)
    return handler(request, response)
  }
