import { expect, test } from 'vitest'
import { dimensionInSentence } from '@/lib/words/names'

const dimension = { id: 'system', name: { en: 'System', ja: 'AIシステム' }, values: [] }

test('inside a sentence a dimension loses its English capital, and an abbreviation keeps its own', () => {
  expect(dimensionInSentence(dimension, 'en').text).toBe('system')
  expect(dimensionInSentence(dimension, 'ja').text).toBe('AIシステム')
  expect(dimensionInSentence({ ...dimension, name: 'AI system' }, 'en').text).toBe('AI system')
  expect(dimensionInSentence({ id: 'end-use', values: [] }, 'en').text).toBe('end use')
})
