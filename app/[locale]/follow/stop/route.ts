import { inWords } from '@/app/_server/file'
import { lookAt } from '@/app/_server/wire/form'
import { keysOfWire } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import { removeSubscription } from '@/db/commands/wire/subscription'
import { pages } from '@/lib/addresses/pages'
import { localeOf } from '@/lib/model'
import { translator } from '@/lib/words/messages'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ locale: string }>
}

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('token') ?? ''

/** One click of a mail program ends a subscription (RFC 8058): no cookie, no origin, no question. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const t = translator(localeOf((await params).locale))
  const id = keysOfWire().subscriptionOf(tokenOf(request))
  if (id === null) return inWords(400, t('errors.badToken'))
  const { write } = await database()
  await write((tx) => removeSubscription(tx, id))
  return inWords(200, t('following.gone'))
}

/** Whoever opens the address in a browser is asked first: what looks through the links of a mail ends nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return lookAt(pages.following, localeOf((await params).locale), { token: tokenOf(request) })
}
