import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { rulewire } from './command-line'
import { startPostgres } from './postgres-server'

/** Starts one server and migrates one database on it, which every test file then copies. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  const admin = new pg.Client(server.url('postgres'))
  await admin.connect()
  await admin.query('CREATE DATABASE rulewire_template')
  await admin.end()
  const { code, stderr } = await rulewire(['migrate'], { DATABASE_URL: server.url('rulewire_template') })
  if (code !== 0) throw new Error(`The template was not migrated: ${stderr}`)
  project.provide('template', server.url('rulewire_template'))
  return () => server.stop()
}
