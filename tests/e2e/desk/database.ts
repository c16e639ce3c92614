import Sqlite from 'better-sqlite3'
import pg from 'pg'

/** Writes a draft's text past all bounds, as an earlier version of the site would have stored it. */
export async function writeDraft(env: Record<string, string>, id: string, data: string): Promise<void> {
  const bytes = Buffer.byteLength(data)
  if (env.DATABASE_URL) {
    const client = new pg.Client({ connectionString: env.DATABASE_URL })
    await client.connect()
    await client.query('UPDATE drafts SET data = $1, bytes = $2, title = $3 WHERE id = $4', [
      data,
      bytes,
      JSON.parse(data).headline,
      id,
    ])
    return client.end()
  }
  const database = new Sqlite(`${env.RULEWIRE_DATA}/rulewire.db`)
  database
    .prepare('UPDATE drafts SET data = ?, bytes = ?, title = ? WHERE id = ?')
    .run(data, bytes, JSON.parse(data).headline, id)
  database.close()
}
