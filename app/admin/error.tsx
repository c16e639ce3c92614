'use client'

/** A fault of ours at the desk: said plainly, with the id under which the log has it. */
export default function DeskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Something went wrong here</h1>
      </header>
      <p>
        What you had saved is safe. The log has this fault under <code>{error.digest ?? 'no id'}</code>.
      </p>
      <p className="buttons">
        <button type="button" onClick={reset}>
          Try again
        </button>
        <a href="/admin">Back to the desk</a>
      </p>
    </main>
  )
}
