import { now } from '@/app/_server/clock'
import { goTo, lookAt, readForm } from '@/app/_server/wire/form'
import { hasMail, keysOfWire } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import { takeAsking } from '@/db/commands/wire/limits'
import { askToFollow } from '@/db/commands/wire/subscription'
import { findFollowed } from '@/db/wire/followed'
import { pages } from '@/lib/addresses/pages'
import { isSameOrigin } from '@/lib/auth/origin'
import { localeOf } from '@/lib/model'
import { networkOf } from '@/lib/network'
import { mailboxSchema } from '@/lib/wire/mailbox'
import { rhythms } from '@/lib/wire/rhythm'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ locale: string }>
}

/** Asks to follow something by mail. What it answers is the same whether the address is known or not. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const locale = localeOf((await params).locale)
  const form = await readForm(request)
  const what = form.get('what') ?? ''
  const say = (said: string) => goTo(pages.follow, locale, { what, said })
  if (!hasMail()) return say('off')
  if (!isSameOrigin(request.headers)) return say('foreign')
  const address = mailboxSchema.safeParse((form.get('address') ?? '').trim())
  if (!address.success) return say('address')
  const { db, write } = await database()
  const followed = await findFollowed(db, what, locale)
  if (!followed) return goTo(pages.follow, locale, { said: 'what' })
  const rhythm = rhythms.find((one) => one === form.get('rhythm')) ?? 'instant'
  const [keys, at] = [keysOfWire(), now()]
  const sender = networkOf(request.headers.get('x-rulewire-address') ?? '')
  const asked = { keys, address: address.data, at }
  const { senderMay } = await write(async (tx) => {
    const taken = await takeAsking(tx, { ...asked, sender })
    if (taken.mailboxMay)
      await askToFollow(tx, { ...asked, what: followed.what, language: locale, rhythm, zone: followed.zone })
    return taken
  })
  return say(senderMay ? 'asked' : 'often')
}

/** Whoever opens the address itself is led to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return lookAt(pages.follow, localeOf((await params).locale))
}
