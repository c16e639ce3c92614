/** Loaded before a site (`--import`): its clock stands at the instant that the address of this module names when it starts, and goes on. */
const ahead = Date.parse(new URL(import.meta.url).searchParams.get('now') ?? '') - Date.now()
const Clock = Date

globalThis.Date = class extends Clock {
  constructor(...given) {
    if (given.length === 0) super(Clock.now() + ahead)
    else super(...given)
  }
  // Next copies what a clock has of its own.
  static UTC = Clock.UTC
  static parse = Clock.parse
  static now() {
    return Clock.now() + ahead
  }
}
