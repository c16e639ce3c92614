import { openDatabase } from '@/db/client'
import { testWire } from './test-wire'

/*
 * Another process that hands over what is due, and says when it has: the test that started it kills it in the middle.
 */
const database = await openDatabase()
await testWire(database).run()
console.log('done')
await database.close()
