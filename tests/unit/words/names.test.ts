import { expect, test } from 'vitest'
import { dimensionInSentence, nameInSentence } from '@/lib/words/names'

const dimension = { id: 'system', name: { en: 'System', ja: 'AIシステム' }, values: [] }

test('inside a sentence a dimension loses its English capital, and an abbreviation keeps its own', () => {
  expect(dimensionInSentence(dimension, 'en').text).toBe('system')
  expect(dimensionInSentence(dimension, 'ja').text).toBe('AIシステム')
  expect(dimensionInSentence({ ...dimension, name: 'AI system' }, 'en').text).toBe('AI system')
  expect(dimensionInSentence({ id: 'end-use', values: [] }, 'en').text).toBe('end use')
})

test('inside a sentence a value loses its English capital only where a term is written without one', () => {
  const told = (name: string, terms?: string[]) =>
    nameInSentence({ id: 'x', name, ...(terms ? { terms: { en: terms } } : {}) }, 'en').text
  expect(told('England')).toBe('England')
  expect(told('Wales', ['Welsh schools'])).toBe('Wales')
  expect(told('Small arms', ['small arms', 'rifles'])).toBe('small arms')
  expect(told('Ukraine', ['Ukraine'])).toBe('Ukraine')
  expect(told('Warships')).toBe('Warships')
})
