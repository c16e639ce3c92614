import type { PublicState, StateSource } from '../stamp'
import type { FromRenderer } from './messages'
import type { Renderer } from './renderer'

type Asked = Pick<Renderer, 'ask'>

/** Those who tell what is public. */
interface Tellers {
  readonly running: readonly unknown[]
  readonly isEnding: boolean
  get(): Asked | undefined
  /** Resolves when another answers, or soon. */
  change(): Promise<void>
}

/** What is public, as the renderers tell it: the newest edition that any of them has told of. */
export class ToldState implements StateSource {
  private state: PublicState = { edition: 0, publishedAt: '1970-01-01T00:00:00.000Z', dossiers: [] }
  private readonly records = new Map<string, Set<string>>()
  private readonly listeners: (() => void)[] = []

  constructor(private readonly renderers: () => Tellers) {}

  read = (): PublicState => this.state

  subscribe = (listener: () => void): void => void this.listeners.push(listener)

  /** Takes in what a renderer tells. Records come before the edition that has them; once public they can always be asked for. */
  take(message: FromRenderer): void {
    if (message.kind === 'records') {
      const known = this.records.get(message.within) ?? new Set()
      this.records.set(message.within, known)
      for (const id of message.ids) known.add(id)
    }
    if (message.kind !== 'state' || !this.isNews(message.edition)) return
    const { kind: _, formerly, ...told } = message
    this.state = { ...told, records: this.records, formerly: new Map(formerly) }
    for (const listener of this.listeners) listener()
  }

  /** Of several renderers one may be late to tell; one alone is believed, also where an older database was put in place. */
  private isNews(edition: number): boolean {
    if (!this.state.site) return true
    return edition > this.state.edition || (edition < this.state.edition && this.renderers().running.length < 2)
  }

  /** Rejects where no renderer answers: what is known then counts on. */
  async refresh(): Promise<void> {
    const renderer = this.renderers().get()
    if (!renderer) throw new Error('No renderer answers.')
    if (!(await renderer.ask({ kind: 'look' }))) throw new Error('The edition could not be looked up.')
  }

  /** However many renderers come and go meanwhile. */
  async turnDay(instant: string): Promise<void> {
    while (!this.renderers().isEnding) {
      const renderer = this.renderers().get()
      if (!renderer) await this.renderers().change()
      else if (await turned(renderer, instant)) return
    }
  }
}

/** False where the renderer was gone before it had done so; what it could not do it has told the log. */
const turned = (renderer: Asked, instant: string): Promise<boolean> =>
  renderer.ask({ kind: 'turn', instant }).then(
    () => true,
    () => false,
  )
