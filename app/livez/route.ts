export const dynamic = 'force-dynamic'

/** Liveness, where there is no front to answer it: `npm run dev`. */
export const GET = (): Response => new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
