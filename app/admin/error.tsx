'use client'

import { useWords } from './_components/InBrowser'

/** A fault of ours at the desk: said plainly, with the id under which the log has it. */
export default function DeskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const say = useWords()
  return (
    <main id="main">
      <header className="desk-head">
        <h1>{say('errorTitle')}</h1>
      </header>
      <p>{say('errorText', { id: error.digest ?? say('noId') })}</p>
      <p className="buttons">
        <button type="button" onClick={reset}>
          {say('tryAgain')}
        </button>
        <a href="/admin">{say('toDesk')}</a>
      </p>
    </main>
  )
}
