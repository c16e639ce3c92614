/** Nothing of that name at the desk. */
export default function DeskNotFound() {
  return (
    <main id="main">
      <header className="desk-head">
        <h1>There is no such page at the desk</h1>
      </header>
      <p>
        A draft that was published or discarded is gone from here; its text is in the history of its record.{' '}
        <a href="/admin">Back to the desk</a>
      </p>
    </main>
  )
}
