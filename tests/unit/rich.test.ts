import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/text/messages'
import { markTag, piecesIn } from '@/lib/text/rich'

const link = (text: unknown) => text

describe('a message with tags', () => {
  it('is told in pieces, in the order of the language', () => {
    const values = { number: 3, date: '1 May 2024', link }
    expect(translator('en').pieces('site.editionOf', values)).toEqual([
      { tag: 'link', pieces: ['Edition 3'] },
      ', published 1 May 2024',
    ])
    expect(translator('ja').pieces('site.editionOf', { ...values, date: '2024年5月1日' })).toEqual([
      { tag: 'link', pieces: ['第3版'] },
      expect.stringContaining('2024年5月1日'),
    ])
  })

  it('is told anew for other values', () => {
    const t = translator('en')
    const of = (number: number) => t.pieces('site.editionOf', { number, date: 'today', link })
    expect(of(4)).not.toEqual(of(5))
    expect(of(4)).toEqual(of(4))
  })

  it('may have tags within tags, empty ones, and none at all', () => {
    expect(piecesIn(`a ${markTag('b', `c${markTag('d', '')}`)} e`)).toEqual([
      'a ',
      { tag: 'b', pieces: ['c', { tag: 'd', pieces: [] }] },
      ' e',
    ])
    expect(piecesIn('plain 文')).toEqual(['plain 文'])
  })
})
