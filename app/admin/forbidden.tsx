/** The role does not suffice. */
export default function DeskForbidden() {
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Your role may not do this</h1>
      </header>
      <p>
        Whoever runs this site can change roles: <code>npm run rulewire -- user role LOGIN ROLE</code>.{' '}
        <a href="/admin">Back to the desk</a>
      </p>
    </main>
  )
}
