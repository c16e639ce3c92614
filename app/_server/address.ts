import 'server-only'
import { headers } from 'next/headers'

/** Scheme and host that readers use, without a slash at the end. The front has made the forwarded headers true. */
export async function origin(): Promise<string> {
  const asked = await headers()
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'}`
}
