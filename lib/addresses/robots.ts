import type { moment, pins, sides } from './parameters'

/** Parameters of which every value makes a page of its own, without an end. */
export const endlessParameters = ['on', 'known', 'edition'] as const satisfies (
  | keyof typeof pins
  | keyof typeof moment
  | keyof typeof sides
)[]

/** Pages that are asked anew each time, as patterns of `robots.txt` (RFC 9309): comparisons, what if, searches. */
export const endlessPlaces = ['/*/*/compare', '/*/*/what-if', '/*/search'] as const
