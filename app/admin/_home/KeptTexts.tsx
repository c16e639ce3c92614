'use client'

import { useEffect, useState } from 'react'
import { useWords } from '../_components/InBrowser'
import { Moment } from '../_components/Moment'
import { type KeptForm, listKept, writeKept } from '../_components/unsaved/kept-text'

/** What this person typed on this computer and did not save, whether its form is still there or not. */
export function KeptTexts({ user }: { user: string }) {
  const say = useWords()
  const [kept, setKept] = useState<KeptForm[]>([])
  useEffect(() => setKept(listKept(user)), [user])
  if (kept.length === 0) return null
  return (
    <section className="desk-section">
      <h2>{say('keptTitle')}</h2>
      <ul className="revisions">
        {kept.map(({ name, form, at, fields }) => (
          <li key={name}>
            {form.startsWith('draft ') ? <a href={`/admin/drafts/${form.slice(6)}`}>{say('keptDraft')}</a> : form},{' '}
            <Moment at={at} />{' '}
            <button
              type="button"
              className="quiet"
              onClick={() => {
                writeKept(name, null)
                setKept(listKept(user))
              }}
            >
              {say('dropIt')}
            </button>
            <details>
              <summary>{say('whatItSays')}</summary>
              <pre className="file">
                {Object.entries(fields)
                  .map(([field, { text }]) => `${field}: ${text}`)
                  .join('\n')}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
