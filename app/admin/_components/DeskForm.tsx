'use client'

import { createContext, type ReactNode, useActionState, useContext } from 'react'
import type { ActionState } from '@/app/_server/desk-action'

type Action = (state: ActionState, formData: FormData) => Promise<ActionState>

const Returned = createContext<ActionState>(null)

/** What the last, refused submit held for a field; undefined when there was none. */
export const useReturned = (name: string): { value: string | undefined; errors: string[] } => {
  const state = useContext(Returned)
  return { value: state?.values[name], errors: state?.fieldErrors[name] ?? [] }
}

/** A form of the desk: works without JavaScript, shows a refusal on top and beside its fields, keeps what was typed. */
export function DeskForm({ action, children, className }: { action: Action; children: ReactNode; className?: string }) {
  const [state, submit] = useActionState(action, null)
  const wrong = Object.entries(state?.fieldErrors ?? {})
  return (
    <Returned value={state}>
      <form action={submit} className={className} noValidate key={state ? JSON.stringify(state) : 'fresh'}>
        {state ? (
          <div className="notice wrong" role="alert">
            {state.formErrors.map((error) => (
              <p key={error}>{error}</p>
            ))}
            {wrong.length > 0 ? (
              <ul>
                {wrong.map(([name, errors]) => (
                  <li key={name}>
                    <a href={`#f-${name}`}>{name}</a> {errors.join('; ')}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
        {children}
      </form>
    </Returned>
  )
}
