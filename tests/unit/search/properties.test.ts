import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import { marksIn } from '@/lib/search/marks'
import { partsOf } from '@/lib/search/query'
import { markedWhole, snippetsOf } from '@/lib/search/snippet'
import { needlesOf, storedText } from '@/lib/search/stored'
import { partsWithin, readSearch } from '@/lib/search/synonyms'
import { findTerms } from '@/lib/terms/terms'
import { unreadWords } from '@/lib/terms/unread'
import { anySearch } from '../../support/random/search'

const read = await readContent('content')
if (!read.ok) throw new Error('the content is not sound')
const dossiers = read.content.dossiers.map(({ dossier }) => dossier)
const runs = { seed: 13, numRuns: 1500 }
const said = (text: string) => ({ text, language: 'en' })

describe('a search for nothing but signs', () => {
  test.each(['[]', '...', '…', '。。', '()', '"..."', '[ ]', '！？', '、'])('%j asks for nothing', (words) => {
    expect(partsOf(words)).toEqual([])
    expect(readSearch(words, dossiers)).toEqual({ parts: [], readings: [] })
  })

  test.each(['輸出。。', 'arms ...', '輸出 []', '…輸出', '"..." arms'])('%j asks for the word beside them', (words) => {
    expect(partsOf(words)).toHaveLength(1)
    for (const { parts } of readSearch(words, dossiers).readings) expect(parts).toHaveLength(1)
  })
})

test('every form of every part of a search asks for something', () => {
  const asksForSomething = (words: string) => {
    const query = readSearch(words, dossiers)
    for (const part of [...query.parts, ...query.readings.flatMap(({ parts }) => parts)]) {
      expect(part.forms.length).toBeGreaterThan(0)
      for (const needle of needlesOf(part)) expect(needle.trim()).not.toBe('')
    }
    for (const { parts } of query.readings) expect(parts.length).toBeGreaterThan(0)
  }
  fc.assert(fc.property(anySearch, asksForSomething), runs)
})

test('marks stand in the text, go forward, and the pieces are the text', () => {
  const holds = (text: string, words: string) => {
    const parts = dossiers.slice(0, 1).flatMap(({ id }) => partsWithin(readSearch(words, dossiers), id))
    const marks = marksIn(text, parts)
    for (const { start, end } of marks) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
    }
    const { pieces } = markedWhole(said(text), parts)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    if (text !== '') for (const piece of pieces) expect(piece.text).not.toBe('')
  }
  fc.assert(fc.property(anySearch, anySearch, holds), runs)
})

test('what a database finds has a mark, and what has a mark is found', () => {
  const agree = (text: string, words: string) => {
    const stored = storedText([text])
    for (const part of partsOf(words)) {
      const isFound = needlesOf(part).some((needle) => stored.includes(needle))
      expect(marksIn(text, [part]).length > 0, JSON.stringify(part)).toBe(isFound)
    }
  }
  fc.assert(fc.property(anySearch, anySearch, agree), runs)
})

test('a snippet ends, is no longer than it may be, and is cut from its text', () => {
  const long = fc.array(anySearch, { maxLength: 40 }).map((pieces) => pieces.join(' '))
  const fits = (text: string, words: string) => {
    for (const { pieces } of snippetsOf([], [said(text), said(words)], partsOf(words), 'en')) {
      const shown = pieces.map((piece) => piece.text).join('')
      expect(shown.length).toBeLessThanOrEqual(Math.max(text.length, words.length) + 2)
      expect(text + words).toContain(shown.replace(/^…|…$/gu, ''))
    }
  }
  fc.assert(fc.property(long, anySearch, fits), { ...runs, numRuns: 300 })
})

test('a question in news words is read whatever it says', () => {
  const isRead = (words: string) => {
    for (const dossier of dossiers) {
      for (const { words: found } of findTerms(dossier, words)) expect(found).not.toBe('')
      for (const unread of unreadWords(dossier, words)) expect(unread).not.toBe('')
    }
  }
  fc.assert(fc.property(anySearch, isRead), runs)
})
