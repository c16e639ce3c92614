'use client'

import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react'
import type { DeskAction } from '@/app/_server/action-state'
import { DeskForm, useReturned } from '../DeskForm'
import { useWords } from '../InBrowser'

interface Props {
  action: DeskAction
  /** What the button says. */
  button: string
  /** Asks the authenticator; rejects when its owner will not, or it cannot. */
  ask: () => Promise<unknown>
  children?: ReactNode
  page?: string
  isQuiet?: boolean
}

const never = () => () => undefined

/** A form that is sent with what an authenticator answers. It stands there only where the browser knows of passkeys. */
export function AuthenticatorForm({ action, page, ...asked }: Props) {
  const isAble = useSyncExternalStore(
    never,
    () => browserSupportsWebAuthn(),
    () => false,
  )
  if (!isAble) return null
  return (
    <DeskForm action={action} {...(page ? { page } : {})}>
      <Asking {...asked} />
    </DeskForm>
  )
}

function Asking({ button, ask, children, isQuiet = false }: Omit<Props, 'action' | 'page'>) {
  const say = useWords()
  const answer = useRef<HTMLInputElement>(null)
  const [hasFailed, setFailed] = useState(false)
  const { errors } = useReturned('answer')
  const send = async () => {
    const input = answer.current
    if (!input?.form) return
    setFailed(false)
    try {
      // What was made already and is only to be sent again is not made twice.
      if (input.value === '' || errors.length > 0) input.value = JSON.stringify(await ask())
      input.form.requestSubmit()
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      {children}
      <input ref={answer} type="hidden" name="answer" defaultValue="" />
      {hasFailed ? (
        <p className="error" role="alert">
          {say('passkeyFailed')}
        </p>
      ) : null}
      <p>
        <button type="button" className={isQuiet ? 'quiet' : ''} onClick={send}>
          {button}
        </button>
      </p>
    </>
  )
}
