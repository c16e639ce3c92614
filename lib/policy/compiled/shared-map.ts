/** So many values may be told apart from those that are shared, before all are told anew. */
const mostApart = 500

/**
 * Values by ids. It is never changed: a later one shares all but what differs, so that one value more costs one, and not as many as
 * there are.
 */
export class SharedMap<Value extends object> {
  private constructor(
    private readonly shared: ReadonlyMap<string, Value>,
    /** Those that differ from the shared ones; null: there is none any more. */
    private readonly apart: ReadonlyMap<string, Value | null>,
  ) {}

  static empty<Value extends object>(): SharedMap<Value> {
    return new SharedMap<Value>(new Map(), new Map())
  }

  get(id: string): Value | undefined {
    const own = this.apart.get(id)
    return own === undefined ? this.shared.get(id) : (own ?? undefined)
  }

  /** All of them, in no order. */
  values(): Iterable<Value> {
    return this.apart.size === 0 ? this.shared.values() : this.valuesOfBoth()
  }

  /** Without some of them, and then with others. */
  with(gone: Iterable<string>, come: readonly (readonly [string, Value])[]): SharedMap<Value> {
    if (this.shared.size === 0 && this.apart.size === 0) return new SharedMap(new Map(come), new Map())
    const apart = new Map(this.apart)
    for (const id of gone) apart.set(id, null)
    for (const [id, value] of come) apart.set(id, value)
    const next = new SharedMap(this.shared, apart)
    return apart.size > mostApart ? new SharedMap(new Map(next.entries()), new Map()) : next
  }

  private *valuesOfBoth(): Generator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  private *entries(): Generator<[string, Value]> {
    for (const entry of this.shared) if (!this.apart.has(entry[0])) yield entry
    for (const [id, value] of this.apart) if (value) yield [id, value]
  }
}
