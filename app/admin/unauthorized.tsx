import { heldForm } from '@/app/_server/held-form'
import { HeldForm } from './_components/HeldForm'

/** A form that came while nobody was signed in, or while the database was away: it is given back as it was typed. */
export default function DeskUnauthorized() {
  const held = heldForm()
  return (
    <main id="main">
      <header className="desk-head">
        <h1>{held && !held.signedOut ? 'Not stored' : 'You are signed out'}</h1>
      </header>
      {held ? <HeldForm {...held} /> : <a href="/admin/sign-in">Sign in</a>}
    </main>
  )
}
