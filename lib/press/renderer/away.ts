/** No renderer could be had for as long as a request waits for one: whoever asked should come back. */
export class RendererAwayError extends Error {
  constructor() {
    super('No renderer answers.')
    this.name = 'RendererAwayError'
  }
}

/** The renderer that was asked ended, or fell silent, before it had answered. */
export class RendererGoneError extends Error {
  constructor(options?: ErrorOptions) {
    super('The renderer was gone before it had answered.', options)
    this.name = 'RendererGoneError'
  }
}

/** Nobody wants the answer any more. */
export class UnwantedError extends Error {
  constructor() {
    super('Whoever asked has gone.')
    this.name = 'UnwantedError'
  }
}

/** A page threw while it was printed; the renderer has told the log why. */
export class PrintFailedError extends Error {
  constructor() {
    super('The page failed while it was rendered.')
    this.name = 'PrintFailedError'
  }
}
