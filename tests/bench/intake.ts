import { readFileSync } from 'node:fs'
import { readContent } from '@/lib/content'
import { readArticle } from '@/lib/intake/read-page'
import { suggestTags } from '@/lib/intake/suggest'
import { compileDossier } from '@/lib/policy'
import { normalise } from '@/lib/terms/normalise'
import { termsOf, valuesNamed } from '@/lib/terms/terms'
import { mark, median, sayMarks } from './marks'

/*
 * Suggested tags for an article of 2,000 words beside a plain scan of it for all terms of the dossier by one regular expression,
 * in turn: `tsx tests/bench/intake.ts`.
 */

const runs = 101
const limit = 3

const read = await readContent('content')
if (!read.ok) throw new Error('The content cannot be read.')
const article = readArticle(readFileSync('tests/fixtures/articles/five-tasks.html', 'utf8')).text
const words = article.split(/\s+/)
const text = Array.from({ length: Math.ceil(2000 / words.length) }, () => article).join('\n')

for (const dossier of read.content.dossiers) {
  const compiled = compileDossier(dossier)
  const terms = valuesNamed(dossier.dossier).flatMap((one) =>
    termsOf(one.named.value).map((term) => normalise(term.text)),
  )
  const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length)
  const scan = new RegExp(escaped.join('|'), 'gu')
  let found = 0
  const time = (work: () => number): number => {
    const start = performance.now()
    found += work()
    return performance.now() - start
  }
  const plain: number[] = []
  const suggested: number[] = []
  for (let run = 0; run < runs; run++) {
    plain.push(time(() => [...normalise(text).matchAll(scan)].length))
    suggested.push(time(() => suggestTags(compiled, text, { on: '2026-01-01' }).effects.length))
  }
  const [scanned, tagged] = [median(plain), median(suggested)]
  console.log(
    `${dossier.dossier.id}: ${terms.length} terms, ${compiled.changes.length} changes; a plain scan ${scanned.toFixed(2)} ms, suggested tags ${tagged.toFixed(2)} ms`,
  )
  mark('suggested tags to a plain scan', tagged / scanned, `at most ${limit}`, tagged / scanned <= limit)
  if (found === 0) throw new Error('Nothing was found.')
}
sayMarks()
