export const dynamic = 'force-dynamic'

/** As many rows as asked for, made of nothing: what Next takes for a page of that size. */
export default async function BarePage({ params }: { params: Promise<{ rows: string }> }) {
  const rows = Number((await params).rows)
  return (
    <main>
      <h1>A bare page</h1>
      <ul>
        {Array.from({ length: rows }, (_, row) => `row-${row}`).map((id) => (
          <li key={id} id={id}>
            <a href={`/rows/${id}`}>A link of ordinary length</a>{' '}
            <span className="label">and a few words beside it</span>
          </li>
        ))}
      </ul>
    </main>
  )
}
