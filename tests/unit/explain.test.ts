import { expect, test } from 'vitest'
import { ContentError } from '@/db/commands/errors'
import {
  DatabaseBusyError,
  DatabaseDamagedError,
  DatabaseError,
  DatabaseMissingError,
  DatabaseUnreachableError,
  DataFolderError,
  EngineMismatchError,
  NestedWriteError,
  NewerDatabaseError,
  NotOnThisEngineError,
  SecretError,
  WriteEndedError,
} from '@/db/errors'
import { explain } from '@/lib/explain'
import { SettingsError } from '@/lib/settings'

const where = { host: 'localhost', port: 3000 }
const cause = new Error('no')

test.each([
  new SettingsError(['PORT is not a port number']),
  new DatabaseError('Do this.'),
  new SecretError('secret'),
  new DataFolderError('data', cause),
  new DatabaseMissingError('data/rulewire.db'),
  new DatabaseDamagedError('data/rulewire.db', cause),
  new DatabaseUnreachableError('localhost', cause),
  new DatabaseBusyError(cause),
  new NewerDatabaseError(['0042']),
  new EngineMismatchError('SQLite'),
  new NotOnThisEngineError('Use pg_dump.'),
])('$name says itself what to do, without a trace', (error) => {
  expect(explain(error, where)).toBe(error.message)
})

test('content that cannot be loaded is named before its problems', () => {
  const problem = { file: 'content/sources.yaml', line: 3, field: 'id', message: 'is missing' }
  expect(explain(new ContentError([problem]), where)).toBe(
    'content/ cannot be loaded as it stands:\ncontent/sources.yaml:3: id is missing',
  )
})

test('an error of another bundle is known by what it has, not by its class or name', () => {
  const foreign = Object.assign(new Error('x'), { instruction: 'Set HOST.' })
  expect(explain(foreign, where)).toBe('Set HOST.')
})

test.each([new NestedWriteError(), new WriteEndedError(), new TypeError('x is not a function')])(
  '$name, a fault of the code, is printed whole',
  (error) => {
    expect(explain(error, where)).toContain('for a reason it does not know')
    expect(explain(error, where)).toContain('explain.test')
  },
)
