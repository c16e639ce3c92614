import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/**
 * A real identity provider on this machine (OpenID Connect). It lets in whoever names an account, and calls the account by that name. The site
 * that it serves is told to it once that is known.
 */
export async function openIdentityProvider() {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()))
  // Playwright reads the files of tests in a process of its own, which must not wait for it.
  server.unref()
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const client = { id: 'rulewire', secret: 'a secret that both of them know' }
  return {
    issuer,
    client,
    /** Begins to serve a site. */
    serve(site: string): void {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [`${site}/api/auth/callback/oidc`],
          },
        ],
        pkce: { required: () => true },
        cookies: { keys: ['a key of the provider'] },
      })
      answer = provider.callback()
    },
  }
}
