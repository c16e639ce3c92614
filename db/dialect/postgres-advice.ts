import type { Pool } from 'pg'

/** A character type that makes letters of Japanese, by the name that this server has for it. */
const locales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8', 'ja_JP.UTF-8', 'ja_JP.utf8']

/**
 * Whether the trigram index knows Japanese. Where the character type of a database is C, which that of the built-in and of the
 * ICU locales may be besides, pg_trgm takes no sign of it for a letter: searches stay right, and read every text.
 */
export async function adviceOn(pool: Pool, place: string): Promise<string[]> {
  const asked = await pool.query(
    `SELECT show_trgm('政策') AS trigrams, quote_ident(current_database() || '_utf8') AS name,
      current_setting('server_version_num')::int AS version,
      (SELECT collcollate FROM pg_collation WHERE collprovider = 'c' AND collcollate = ANY($1::text[])
        ORDER BY array_position($1::text[], collcollate::text) LIMIT 1) AS locale`,
    [locales],
  )
  const { trigrams, name, version, locale } = asked.rows[0]
  if (trigrams.length > 0) return []
  const provider = version >= 150_000 ? ' LOCALE_PROVIDER libc' : ''
  return [
    `The database at ${place} makes no trigrams of Japanese (its lc_ctype is C): searches are right, but read every text.`,
    'Make one that does, and move to it with pg_dump and psql:',
    `  CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'${provider} LOCALE '${locale ?? locales[0]}';`,
  ]
}
