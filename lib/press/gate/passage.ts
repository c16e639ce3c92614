import { QueueFullError } from '../queue'

/** Lets each sender have only so much under way at a time. */
export class Passage {
  private readonly underWay = new Map<string, number>()

  constructor(private readonly most: number) {}

  /** Takes a place; what it returns gives it back. Throws `QueueFullError` when the sender has as many as one may. */
  enter(sender: string): () => void {
    const own = this.underWay.get(sender) ?? 0
    if (own >= this.most) throw new QueueFullError()
    this.underWay.set(sender, own + 1)
    let isIn = true
    return () => {
      if (!isIn) return
      isIn = false
      const left = (this.underWay.get(sender) ?? 1) - 1
      if (left === 0) this.underWay.delete(sender)
      else this.underWay.set(sender, left)
    }
  }
}
