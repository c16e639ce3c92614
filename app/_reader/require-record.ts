import { say, type Text } from '@/lib/model'
import { nearOnes } from '@/lib/words/near'
import { hrefTo, type Reading } from './reading'
import { Missing } from './refusal'

const folders = { report: 'reports', rule: 'rules', change: 'changes', actor: 'actors' } as const

/** The record of this id; throws `Missing`, with what may have been meant, when there is none. */
export function requireRecord<R extends { id: string; title?: Text; headline?: Text; name?: Text }>(
  reading: Reading,
  kind: keyof typeof folders,
  records: readonly R[],
  id: string,
): R {
  const found = records.find((record) => record.id === id)
  if (found) return found
  const near = nearOnes(
    id,
    records.map((record) => record.id),
  ).map((other) => {
    const record = records.find((candidate) => candidate.id === other)
    const text = record?.title ?? record?.headline ?? record?.name
    return { href: hrefTo(reading, folders[kind], other), title: text ? say(text, reading.locale).text : other }
  })
  throw new Missing(kind, id, near)
}
