import { now } from '@/app/_server/clock'
import { goTo, lookAt, readForm } from '@/app/_server/wire/form'
import { keysOfWire } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import {
  changeSubscription,
  confirmSubscription,
  removeAllOfMailbox,
  removeSubscription,
} from '@/db/commands/wire/subscription'
import { pages } from '@/lib/addresses/pages'
import { isLocale, localeOf } from '@/lib/model'
import { rhythms } from '@/lib/wire/rhythm'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ locale: string }>
}

/** Confirms, changes or ends a subscription, for whoever has its token: nothing else is asked for, and no cookie. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const locale = localeOf((await params).locale)
  const form = await readForm(request)
  const token = form.get('token') ?? ''
  const id = keysOfWire().subscriptionOf(token)
  if (id === null) return goTo(pages.following, locale, { token })
  const { write } = await database()
  const at = now()
  const act = form.get('act')
  if (act === 'confirm') {
    const confirmed = await write((tx) => confirmSubscription(tx, { id, at }))
    return goTo(pages.following, locale, { token, said: confirmed?.state === 'active' ? 'confirmed' : '' })
  }
  if (act === 'change') {
    const rhythm = rhythms.find((one) => one === form.get('rhythm')) ?? 'instant'
    const asked = form.get('language') ?? ''
    const language = isLocale(asked) ? asked : locale
    await write((tx) => changeSubscription(tx, { id, language, rhythm, at }))
    return goTo(pages.following, language, { token, said: 'changed' })
  }
  if (act === 'stop') await write((tx) => removeSubscription(tx, id))
  if (act === 'stop-all') await write((tx) => removeAllOfMailbox(tx, id))
  return goTo(pages.following, locale, { token })
}

/** Whoever opens the address itself is led to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return lookAt(pages.follow, localeOf((await params).locale))
}
