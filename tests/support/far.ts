/** Milliseconds after which a test gives up: far away, for a slow machine must only take longer. */
export const far = 600_000
