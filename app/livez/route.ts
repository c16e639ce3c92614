export const dynamic = 'force-dynamic'

/** Liveness: the process answers. */
export const GET = (): Response => new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
