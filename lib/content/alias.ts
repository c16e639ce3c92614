import { type Alias, type Document, isAlias, isCollection, isNode, isPair, isScalar, type Node } from 'yaml'

/** What keeps a document from being written out as data: where, and what to do about it. */
export interface Unsound {
  offset: number
  message: string
}

/** How many aliases a file may have, and how many bytes more it may be once each of them is written out. */
const mostAliases = 10_000
const mostAdded = 16 * 1024 * 1024

class AliasFault extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message)
  }
}

/**
 * What is unsound about the aliases of a document, found without writing it out: each node is counted once, and
 * an alias as much as what it stands for. With `aliases` false every alias and anchor is. Null when nothing is.
 */
export function findUnsound(document: Document, { aliases }: { aliases: boolean }): Unsound | null {
  try {
    new Count(aliases).bytesOf(document.contents)
    return null
  } catch (error) {
    if (error instanceof AliasFault) return { offset: error.offset, message: error.message }
    throw error
  }
}

class Count {
  private readonly anchors = new Map<string, Node>()
  private readonly open = new Set<Node>()
  private readonly sizes = new Map<Node, number>()
  private aliases = 0
  private added = 0

  constructor(private readonly allowed: boolean) {}

  /** Bytes of a node as it will be written out, roughly. */
  bytesOf(node: unknown): number {
    if (isPair(node)) return this.bytesOf(node.key) + this.bytesOf(node.value)
    if (!isNode(node)) return 0
    if (isAlias(node)) return this.bytesOfAlias(node)
    const { anchor } = node as { anchor?: string }
    if (anchor !== undefined) this.begin(anchor, node)
    const bytes = isCollection(node)
      ? node.items.reduce((sum: number, item) => sum + this.bytesOf(item), 2)
      : lengthOf(node)
    if (anchor !== undefined) {
      this.open.delete(node)
      this.sizes.set(node, bytes)
    }
    return bytes
  }

  private begin(anchor: string, node: Node): void {
    if (!this.allowed)
      throw new AliasFault(startOf(node), `has an anchor (&${anchor}): write the text out where it is needed`)
    this.anchors.set(anchor, node)
    this.open.add(node)
  }

  private bytesOfAlias(alias: Alias): number {
    const offset = startOf(alias)
    const name = alias.source
    if (!this.allowed) throw new AliasFault(offset, `has an alias (*${name}): write out what it stands for`)
    const node = this.anchors.get(name)
    if (!node)
      throw new AliasFault(
        offset,
        `is not valid YAML: the alias *${name} stands for nothing, there is no &${name} before it`,
      )
    if (this.open.has(node)) throw new AliasFault(offset, 'holds itself, by way of its alias')
    const bytes = this.sizes.get(node) ?? 0
    this.aliases++
    this.added += bytes
    if (this.aliases > mostAliases)
      throw new AliasFault(offset, `is one alias too many: ${mostAliases} at most in one file`)
    if (this.added > mostAdded)
      throw new AliasFault(
        offset,
        `makes the file too large: its aliases add ${mostAdded / 1024 / 1024} MB at most, written out`,
      )
    return bytes
  }
}

const startOf = (node: Node): number => node.range?.[0] ?? 0
const lengthOf = (node: Node): number => (isScalar(node) ? String(node.value).length : 0) + 4
