/** The role does not suffice. */
export default function DeskForbidden() {
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Your role may not do this</h1>
      </header>
      <p>
        An administrator can change roles on the command line. <a href="/admin">Back to the desk</a>
      </p>
    </main>
  )
}
