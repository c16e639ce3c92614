'use client'

import { useEffect, useState } from 'react'
import { useSent } from '../../_components/DeskForm'
import { useWords } from '../../_components/InBrowser'
import type { Presence } from './presence/route'

const every = 20_000

interface Props {
  draft: string
  version: number
  /** Names of those who had it open when the page was made. */
  others: string[]
}

/** Says who else has the draft open, and when somebody has saved it meanwhile; asked anew while the page is looked at. */
export function Company({ draft, version, others }: Props) {
  const say = useWords()
  const { state } = useSent()
  const [found, setFound] = useState<Presence | null>(null)
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const response = await fetch(`/admin/drafts/${draft}/presence`, { redirect: 'error' }).catch(() => null)
      if (response?.ok) setFound(await response.json())
    }
    const timer = setInterval(() => void ask(), every)
    return () => clearInterval(timer)
  }, [draft])
  const names = found ? found.visitors.map(({ name }) => name) : others
  const own = Math.max(version, state && 'version' in state ? state.version : 0)
  const isNewer = found?.version != null && found.version > own
  return (
    <div role="status">
      {names.length > 0 ? (
        <p className="notice">
          {say(names.length === 1 ? 'companyOne' : 'companyMany', { names: names.join(say('between')) })}
        </p>
      ) : null}
      {found?.version === null ? <p className="notice wrong">{say('companyGone')}</p> : null}
      {isNewer ? <p className="notice">{say('companySaved')}</p> : null}
    </div>
  )
}
