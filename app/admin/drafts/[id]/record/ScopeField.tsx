'use client'

import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../_components/InBrowser'

/** A value that can be ticked, with those inside it. */
export interface ScopeValue {
  id: string
  label: string
  values: ScopeValue[]
}

interface Props {
  name: string
  label: string
  values: ScopeValue[]
  groups: ScopeValue[]
  ticked: string[]
  errors: string[]
  /** What it says that nothing is ticked. */
  without?: 'scopeAll' | 'scopeNone'
}

/** The values of one dimension that are in a scope, ticked in their tree; none of them: all, or what `without` says. */
export function ScopeField({ name, label, values, groups, ticked, errors, without = 'scopeAll' }: Props) {
  const say = useWords()
  const [byScript, setByScript] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ticked))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setByScript(true), [])

  // With scripts one field holds what is ticked, so that it is kept and saved like any text.
  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(chosen)
    if (isTicked) next.add(id)
    else next.delete(id)
    setChosen(next)
    if (!field.current) return
    field.current.value = [...next].join(' ')
    field.current.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const list = (all: ScopeValue[]) => (
    <ul className="scope-tree">
      {all.map(({ id, label: said, values: inner }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              {...(byScript ? {} : { name })}
              value={id}
              checked={chosen.has(id)}
              onChange={(event) => tick(id, event.currentTarget.checked)}
            />{' '}
            {said}
          </label>
          {inner.length > 0 ? list(inner) : null}
        </li>
      ))}
    </ul>
  )
  return (
    <fieldset className="scope" id={`f-${name}`}>
      <legend>
        {label}{' '}
        <span className="hint">{chosen.size === 0 ? say(without) : say('scopeTicked', { count: chosen.size })}</span>
      </legend>
      {errors.length > 0 ? <p className="error">{errors.join('; ')}</p> : null}
      {byScript ? null : <input type="hidden" name={name} value="" />}
      <input
        ref={field}
        type="text"
        className="unseen-text"
        name={name}
        defaultValue={ticked.join(' ')}
        data-stored={ticked.join(' ')}
        disabled={!byScript}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      {list(values)}
      {groups.length > 0 ? (
        <details open={groups.some(({ id }) => chosen.has(id))}>
          <summary>{say('groups')}</summary>
          {list(groups)}
        </details>
      ) : null}
    </fieldset>
  )
}
