import { Counter, Gauge, type Registry } from 'prom-client'
import { signInOutcomes } from '@/lib/figures'
import type { RendererFigures } from './messages'
import type { Renderer } from './renderer'
import type { Renderers } from './renderers'

/** Milliseconds that a renderer is waited for when its figures are asked for; then the last that it told count. */
const patience = 2000

/**
 * Adds what the renderers count of themselves to the figures of the press: what is counted is summed up, also of those that have ended;
 * memory and delays are told of each, the first that runs being 1.
 */
export function countRenderers(registry: Registry, renderers: Renderers): void {
  const registers = [registry]
  let asked: Promise<void> | undefined
  /** Once for all figures of one reading. */
  const ask = (): Promise<void> => {
    asked ??= askAll(renderers.running).finally(() => {
      asked = undefined
    })
    return asked
  }
  const counter = (name: string, help: string, labels: string[], read: (count: Counter) => void) =>
    new Counter({
      name,
      help,
      labelNames: labels,
      registers,
      async collect() {
        await ask()
        this.reset()
        read(this)
      },
    })
  const gauge = (name: string, help: string, read: (figures: RendererFigures) => number) =>
    new Gauge({
      name: `rulewire_renderer_${name}`,
      help,
      labelNames: ['renderer'],
      registers,
      async collect() {
        await ask()
        this.reset()
        for (const [at, { figures }] of renderers.running.entries())
          if (figures) this.set({ renderer: String(at + 1) }, read(figures))
      },
    })
  counter('rulewire_sign_ins_total', 'Sign-ins by password, by how they ended', ['outcome'], (count) => {
    for (const outcome of signInOutcomes)
      count.inc(
        { outcome },
        renderers.sumOf(({ signIns }) => signIns[outcome] ?? 0),
      )
  })
  counter('rulewire_writes_total', 'Transactions that write, by how they ended', ['outcome'], (count) => {
    for (const outcome of ['done', 'failed'] as const)
      count.inc(
        { outcome },
        renderers.sumOf(({ writes }) => writes[outcome]),
      )
  })
  counter('rulewire_write_seconds_total', 'Seconds that they took, waiting for their turn included', [], (count) =>
    count.inc(renderers.sumOf(({ writes }) => writes.seconds)),
  )
  counter('rulewire_renderer_cpu_seconds_total', 'Seconds of processor time of all renderers', [], (count) =>
    count.inc(renderers.sumOf(({ processor }) => processor)),
  )
  counter(
    'rulewire_renderer_restarts_total',
    'Renderers started again, by how the one before ended',
    ['reason'],
    (count) => {
      for (const reason of ['died', 'silent'] as const) count.inc({ reason }, renderers.restarts[reason])
    },
  )
  new Gauge({
    name: 'rulewire_writes_waiting',
    help: 'Transactions that write under way or waiting for their turn',
    registers,
    async collect() {
      await ask()
      this.set(renderers.running.reduce((sum, { figures }) => sum + (figures?.writes.waiting ?? 0), 0))
    },
  })
  new Gauge({
    name: 'rulewire_renderers',
    help: 'Renderers that answer',
    registers,
    collect() {
      this.set(renderers.answering.length)
    },
  })
  gauge('resident_memory_bytes', 'Bytes in memory of a renderer', ({ memory }) => memory.resident)
  gauge('heap_used_bytes', 'Bytes in use on the heap of a renderer', ({ memory }) => memory.heap)
  gauge('eventloop_lag_p99_seconds', 'Seconds by which its event loop was late, 99 in 100', ({ delay }) => delay.p99)
  gauge('eventloop_lag_max_seconds', 'Seconds by which its event loop was late at most', ({ delay }) => delay.max)
}

async function askAll(running: readonly Renderer[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  const answers = running
    .filter(({ isReady }) => isReady)
    .map((renderer) => renderer.ask({ kind: 'ping' }).catch(() => false))
  await Promise.race([Promise.all(answers), late])
  clearTimeout(timer)
}
