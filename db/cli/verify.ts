import { currentEditionNumber } from '../queries/edition'
import { verifyDatabase } from '../verify'
import { withDatabase } from './database'
import { readArgs, type Verb, VerbRefusedError } from './verb'

export const verifyVerb: Verb = {
  usage: 'verify',
  summary: 'check that the database is whole: engine, history, lists, search, signed editions',
  async run(args, { out }) {
    readArgs(args, [], {})
    return withDatabase(
      async (database) => {
        const problems = await verifyDatabase(database)
        if (problems.length > 0) throw new VerbRefusedError(problems.join('\n'))
        out(`The database is sound, at edition ${await currentEditionNumber(database.db)}.`)
        return 0
      },
      { asItIs: true, mustExist: true },
    )
  },
}
