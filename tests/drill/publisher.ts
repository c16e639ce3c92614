import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '@/db/client'
import { settleAuthority } from '@/db/commands/authority'
import { migrate } from '@/db/migrate'
import { currentEditionNumber } from '@/db/queries/edition'
import { contentOfSize } from '../bench/sized-content'
import { contentOf, publishContent } from '../support/content'
import { change, moves, report } from '../support/dossiers'

/*
 * In a process of its own, on the database of its environment: `fill N` publishes a dossier of so many reports; `add N` so many
 * editions of one new report each; `on [N]` one after the other until it is killed, with N milliseconds between. Says the number of each
 * edition before it is begun.
 */
const [verb, count = '0'] = process.argv.slice(2)
const database = await openDatabase()

async function add(): Promise<void> {
  const number = (await currentEditionNumber(database.db)) + 1
  process.stdout.write(`${number}\n`)
  const one = {
    ...report(`added-${number}`, '2025-06-01', moves('change-1', 'agreed')),
    headline: `Added in ${number}`,
  }
  await publishContent(database, contentOf({ reports: [one], changes: [change('change-1', { rule: 'arms' })] }))
}

if (verb === 'fill') {
  await migrate(database)
  await database.write((tx) => settleAuthority(tx, { host: null, day: '2026-01-01' }))
  await publishContent(database, contentOfSize(Number(count)))
  if (database.engine === 'postgres') await database.upkeep.exclusively((run) => run('ANALYZE'))
}
if (verb === 'add') for (let n = 0; n < Number(count); n++) await add()
while (verb === 'on') {
  await add()
  await pause(Number(count))
}
await database.close()
