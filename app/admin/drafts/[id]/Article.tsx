'use client'

import { type KeyboardEvent, useState } from 'react'
import { type BrowserSay, useWords } from '../../_components/InBrowser'

/** What a text may tell of the dossier, as it is offered beside the form. */
export interface Offer {
  /** What the button that takes it stands for. */
  intent: string
  what: string
  quote: string
  language: string
}

interface Props {
  text: string
  offers: Offer[]
  /** The id of the form that takes an offer. */
  form: string
  language: string
}

/**
 * The article that a report is made of, beside its form. Each offer is taken or dismissed by one key; a passage that is selected
 * goes into the quote that is chosen.
 */
export function Article({ text, offers, form, language }: Props) {
  const say = useWords()
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const [selected, setSelected] = useState('')
  const left = offers.filter(({ intent }) => !dismissed.has(intent))

  const dismiss = (intent: string) => setDismissed(new Set([...dismissed, intent]))
  const onKey = (event: KeyboardEvent<HTMLLIElement>, intent: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'a') event.currentTarget.querySelector<HTMLButtonElement>('button[name=intent]')?.click()
    else if (event.key === 'd') dismiss(intent)
    else return
    event.preventDefault()
    const next = event.currentTarget.nextElementSibling ?? event.currentTarget.previousElementSibling
    if (next instanceof HTMLElement) next.focus()
  }
  const noteSelection = () => setSelected(window.getSelection()?.toString().replace(/\s+/g, ' ').trim() ?? '')

  return (
    <section className="article" aria-labelledby="article">
      <h2 id="article">{say('article')}</h2>
      {left.length > 0 ? (
        <>
          <p className="hint">{say('offersHint')}</p>
          <ol className="offers">
            {left.map(({ intent, what, quote, language: of }) => (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys a and d act on the offer that has the focus.
              <li key={intent} tabIndex={0} onKeyDown={(event) => onKey(event, intent)} aria-label={what}>
                <strong>{what}</strong>
                <q lang={of}>{quote}</q>
                <span className="buttons">
                  <button type="submit" form={form} name="intent" value={intent} className="quiet">
                    {say('take')}
                  </button>
                  <button type="button" className="quiet" onClick={() => dismiss(intent)}>
                    {say('dismiss')}
                  </button>
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {selected === '' ? null : <QuoteInto text={selected} form={form} language={language} say={say} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a selection is made in it, and acted on by the buttons above. */}
      <div className="article-text" lang={language} onMouseUp={noteSelection} onKeyUp={noteSelection}>
        {text.split('\n').map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change.
          <p key={at}>{line}</p>
        ))}
      </div>
    </section>
  )
}

/** Puts a selected passage into one of the quotes of the form. */
interface QuoteProps {
  text: string
  form: string
  language: string
  say: BrowserSay
}

function QuoteInto({ text, form, language, say }: QuoteProps) {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>(`#${form} textarea[name$="quote.text"]`)]
  if (fields.length === 0) return <p className="hint">{say('quoteNone')}</p>
  return (
    <p className="buttons">
      {say('quoteIn')}
      {fields.map((field) => {
        const legend = field.closest('fieldset')?.querySelector('legend')?.textContent ?? field.name
        return (
          <button key={field.name} type="button" className="quiet" onClick={() => quote(field, text, language)}>
            {legend}
          </button>
        )
      })}
    </p>
  )
}

function quote(field: HTMLTextAreaElement, text: string, language: string): void {
  const put = (control: HTMLTextAreaElement | HTMLInputElement | null, value: string) => {
    if (!control) return
    control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
  put(field, text)
  const name = field.name.replace(/text$/, 'language')
  put(field.form?.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? null, language)
  field.focus()
}
