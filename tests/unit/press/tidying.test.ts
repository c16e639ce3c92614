import { expect, test } from 'vitest'
import { tidying } from '@/lib/press/rendering/tidying'

const mebibyte = 1024 * 1024

/** A heap, of which each collection gives back half of what is free, and looks of a front at its renderer: after each, how often it was collected. */
function heapOf(live: number, total: number) {
  const heap = { live: live * mebibyte, total: total * mebibyte }
  let collected = 0
  const tidy = tidying({
    sizes: () => ({ heapTotal: heap.total, heapUsed: heap.live }),
    collect: () => {
      collected++
      heap.total -= (heap.total - heap.live) / 2
    },
  })
  const look = (...requests: number[]) =>
    requests.map((count) => {
      tidy(count)
      return collected
    })
  return { heap, look }
}

test('what is free is given back when nothing has been asked for a while, some times in a row, and not before there is as much again', () => {
  const { heap, look } = heapOf(140, 270)
  expect(look(5, 9, 9, 9, 9, 9, 9)).toEqual([0, 0, 0, 1, 2, 2, 2])
  heap.total = 170 * mebibyte
  expect(look(10, 10, 10, 10)).toEqual([2, 2, 2, 2])
  heap.total = 400 * mebibyte
  expect(look(11, 11, 11, 11, 11, 11, 11)).toEqual([2, 2, 3, 4, 5, 5, 5])
})

test('nothing is given back while it is busy, or where there is little', () => {
  expect(heapOf(140, 300).look(1, 2, 2, 3, 3, 4)).toEqual([0, 0, 0, 0, 0, 0])
  expect(heapOf(10, 25).look(1, 1, 1, 1)).toEqual([0, 0, 0, 0])
})
