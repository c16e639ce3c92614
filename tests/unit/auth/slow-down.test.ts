import { expect, test } from 'vitest'
import { WaitingRoom, WaitingRoomFullError, waitFor } from '@/lib/auth/slow-down'

test('the first tries are answered at once, later ones wait longer and longer, eight seconds at most', () => {
  const waits = Array.from({ length: 40 }, (_, at) => waitFor(at + 1))
  expect(waits.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 250, 500])
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits.at(-1)).toBe(8000)
})

test('so many wait at one account and no more; others are not held up, and a place is free again', async () => {
  const wakes: (() => void)[] = []
  const room = new WaitingRoom({ each: 2, all: 3 }, () => new Promise((wake) => wakes.push(wake)))
  const waiting = [room.wait('ann', 1), room.wait('ann', 1)]
  await expect(room.wait('ann', 1)).rejects.toThrow(WaitingRoomFullError)
  await room.wait('ann', 0)
  waiting.push(room.wait('bob', 1))
  await expect(room.wait('cem', 1)).rejects.toThrow(WaitingRoomFullError)
  for (const wake of wakes) wake()
  await Promise.all(waiting)
  const again = room.wait('ann', 1)
  wakes.at(-1)?.()
  await again
})
