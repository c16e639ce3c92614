import { boolCoreTag, FAILSAFE_SCHEMA, load, nullCoreTag } from 'js-yaml'

/*
 * Nearly all files are plain: maps, lists and texts, with nothing that needs thought. They are read by a parser that is ten times as
 * quick, and keeps no places. Whatever may be read in two ways, and whatever it refuses, is left to the other one (`parseYaml`).
 */

/** Texts, null and truth: no field is a number, so `007`, `1.10` and `2014` stay the texts that they are. */
const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag)

/** Far fewer levels than may be, so that none is counted in two ways. */
const mostLevels = 50

/** What is not plain: escapes, tabs, lone carriage returns, anchors, aliases, tags, merges, directives, further documents, names that are no text, texts in blocks. */
const unplain = [
  /[\\\t\r\ufeff]|<</,
  /(?:^|[\s,[{:-])[&*!]/,
  /^ *(?:---|\.\.\.|%)/m,
  /(?:^|[\s,[{-])[?:](?:\s|$|[,}\]{[])/,
  /(?:null|~|true|false)\s*:/i,
  /[{,]\s*(?:null|~|true|false)\s*[,}]/i,
  /(?:^|[\s:-])[|>][\s\d+-]/,
]

/** Where an item of a list begins with a quote or a bracket, nothing may follow what closes it. */
const items = [
  { begins: /^ *(?:- +)+'/m, follows: /' *[^\s,\]}]/ },
  { begins: /^ *(?:- +)+["[{]/m, follows: /["\]}] *[^\s,\]}]/ },
]

const isPlain = (text: string): boolean =>
  !unplain.some((pattern) => pattern.test(text)) &&
  !items.some(({ begins, follows }) => begins.test(text) && follows.test(text))

/** What stands in a YAML text that is plain and sound; null of any other. */
export function readPlain(text: string): { data: unknown } | null {
  if (!isPlain(text)) return null
  try {
    return { data: load(text, { schema, maxDepth: mostLevels }) }
  } catch {
    return null
  }
}
