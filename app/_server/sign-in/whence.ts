import 'server-only'
import { headers } from 'next/headers'
import type { Whence } from './begin-session'

/** Where the running request comes from: the browser, and the address that the front saw. */
export async function whence(): Promise<Whence> {
  const asked = await headers()
  return { userAgent: asked.get('user-agent') ?? '', address: asked.get('x-rulewire-address') ?? '' }
}
