'use client'

import { useEffect, useState } from 'react'
import { useWords } from '../_components/InBrowser'
import { Moment } from '../_components/Moment'
import { type KeptForm, listKept, writeKept } from '../_components/unsaved/kept-text'

/** What this person typed on this computer and did not save, whether its form is still there or not. */
export function KeptTexts({ user, drafts }: { user: string; drafts: readonly string[] }) {
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
            <FormLink form={form} drafts={drafts} />, <Moment at={at} />{' '}
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

/** The way to a form, as long as it is there: a draft may have been published or discarded since. */
function FormLink({ form, drafts }: { form: string; drafts: readonly string[] }) {
  const say = useWords()
  const id = form.startsWith('draft ') ? form.slice(6) : null
  if (id === null) return form
  return drafts.includes(id) ? <a href={`/admin/drafts/${id}`}>{say('keptDraft')}</a> : say('keptDraft')
}
