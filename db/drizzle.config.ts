import { defineConfig } from 'drizzle-kit'

// `drizzle-kit generate` for one engine; like the program itself it goes by DATABASE_URL, which is not connected to.
const postgres = Boolean(process.env.DATABASE_URL)

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema.ts',
  out: process.env.MIGRATIONS_OUT ?? `./db/migrations/${postgres ? 'postgres' : 'sqlite'}`,
  casing: 'snake_case',
})
