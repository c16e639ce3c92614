import { readFileSync } from 'node:fs'
import { readContent } from '@/lib/content'
import newsWords from '@/lib/intake/news-words.json'
import { readArticle } from '@/lib/intake/read-page'
import { suggestTags } from '@/lib/intake/suggest'
import { wordingsOf } from '@/lib/model'
import { compileDossier } from '@/lib/policy'
import { normalise } from '@/lib/terms/normalise'
import { saidIn, termsOf, valuesNamed } from '@/lib/terms/terms'
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

/** The seed article, and what the dossier's own reports tell, as far as 2,000 words go. */
function longArticle(reports: readonly { summary?: string | undefined }[]): string {
  const words = [article, ...reports.map(({ summary = '' }) => summary)].join('\n').split(/(?<=\s)/)
  return words.slice(0, 2000).join('')
}

for (const dossier of read.content.dossiers) {
  const compiled = compileDossier(dossier)
  const text = longArticle(dossier.reports)
  const said = [
    ...valuesNamed(dossier.dossier).flatMap((one) => termsOf(one.named.value)),
    ...dossier.actors.flatMap(({ name }) => wordingsOf(name)),
    ...[newsWords.stages, newsWords.kinds, newsWords.stances].flatMap((words) => Object.values(words).flatMap(saidIn)),
  ]
  const terms = [...new Set(said.map((term) => normalise(term.text)))]
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
  // Half of the runs warm up.
  for (let run = -runs; run < runs; run++) {
    if (run === 0) plain.length = suggested.length = 0
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
