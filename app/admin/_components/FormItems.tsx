'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { freshItems, identifiedAfter, itemsAfter } from '@/lib/forms/item-keys'
import { useSent } from './DeskForm'
import { useWords } from './InBrowser'

interface Props {
  path: string
  /** What one item is called, and what the button says that adds one. */
  title: string
  add: string
  version: number
  /** The fields of each item. */
  items: ReactNode[]
  /** Where items have ids of their own: by which each is known, wherever it stands. */
  ids?: readonly string[]
  /** What each item is called, where it has a name of its own. */
  titles?: readonly string[]
  /** Whether items can change places with their neighbours. */
  moves?: boolean
}

/** The items of a list in a form. What is typed into one stays with it while the list grows or shrinks around it. */
export function FormItems({ path, title, add, version, items, ids, titles = [], moves = false }: Props) {
  const say = useWords()
  const { intent } = useSent()
  const [held, setHeld] = useState({ version, ids, ...freshItems(path, items.length) })
  const isStale = held.version !== version || held.keys.length !== items.length || held.path !== path
  const after = () =>
    ids && held.ids ? identifiedAfter(held, held.ids, ids, path) : itemsAfter(held, intent, path, items.length)
  const now = isStale ? { version, ids, ...after() } : held
  if (isStale) setHeld(now)

  const adding = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const count = useRef(items.length)
  useEffect(() => {
    // The button that was pressed went with its item: the keyboard goes on from here.
    if (items.length < count.current && document.activeElement === document.body) adding.current?.focus()
    // What was added is what its author goes on with.
    const isAdded = items.length > count.current && intent === `add:${path}`
    if (isAdded && [adding.current, document.body].includes(document.activeElement as HTMLElement | null))
      list.current?.lastElementChild?.querySelector<HTMLElement>('select, textarea, input')?.focus()
    count.current = items.length
  })

  return (
    <>
      <ol ref={list}>
        {items.map((fields, at) => (
          <li key={now.keys[at]}>
            <fieldset>
              <legend>{titles[at] || `${title} ${at + 1}`}</legend>
              {fields}
              {moves ? (
                <>
                  <button type="submit" name="intent" value={`up:${path}.${at}`} className="quiet">
                    {say('up')}
                  </button>{' '}
                  <button type="submit" name="intent" value={`down:${path}.${at}`} className="quiet">
                    {say('down')}
                  </button>{' '}
                </>
              ) : null}
              <button type="submit" name="intent" value={`remove:${path}.${at}`} className="quiet">
                {say('remove')}
              </button>
            </fieldset>
          </li>
        ))}
      </ol>
      <button ref={adding} type="submit" name="intent" value={`add:${path}`} className="quiet">
        {add}
      </button>
    </>
  )
}
