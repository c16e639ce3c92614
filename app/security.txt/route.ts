import { origin } from '@/app/_server/address'
import { todayIn } from '@/app/_server/clock'
import { fileHandler, inWords } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { securityText } from '@/lib/feeds/security'

export const dynamic = 'force-dynamic'

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a hole in security, where the site says whom. */
export const GET = fileHandler(files.security, async () => {
  const [{ site }, root] = await Promise.all([openSite(), origin()])
  const text = securityText(site, { root, path: files.security.path, today: todayIn('UTC') })
  return text === null
    ? inWords(404, 'This site names nobody to turn to.')
    : new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
})
