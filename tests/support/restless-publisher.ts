import { openDatabase } from '@/db/client'
import { currentEditionNumber } from '@/db/queries/edition'
import { contentOf, publishContent } from './content'
import { change, moves, report } from './dossiers'

/*
 * Publishes a large edition after the other until it is killed, each with its number in every headline, and says on
 * standard output when it begins one. Run by the crash test in a process of its own.
 */
const database = await openDatabase()
for (;;) {
  const number = (await currentEditionNumber(database.db)) + 1
  const reports = Array.from({ length: 300 }, (_, n) => ({
    ...report(`r${n}`, '2024-01-01', moves('open', 'proposed')),
    headline: `edition ${number}`,
    summary: 'A summary that is indexed and therefore takes the database a moment. '.repeat(3),
  }))
  process.stdout.write(`${number}\n`)
  await publishContent(database, contentOf({ reports, changes: [change('open', { rule: 'arms' })] }))
}
