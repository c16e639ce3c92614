import { askedQuestion } from '@/app/_reader/asked-question'
import { openReader, openReading } from '@/app/_reader/open'
import type { Reading } from '@/app/_reader/reading'
import { BadParameter, Missing } from '@/app/_reader/refusal'
import { fileHandler, inWords } from '@/app/_server/file'
import { recordKey } from '@/db/key'
import { presentId } from '@/db/stamp'
import { type NamesOf, pathBelowLanguage } from '@/lib/addresses/address'
import { embeddable, embeddableAt, embedFiles, embedOf, type FoundPage } from '@/lib/addresses/embeds'
import { type Query, refuseUnknown } from '@/lib/asking/query'
import { limitOf, textOf } from '@/lib/asking/read'
import { embedForms, usualHeight } from '@/lib/embeds/oembed'
import { isLocale, say, shownLanguages } from '@/lib/model'

export const dynamic = 'force-dynamic'

/** More than any frame has. */
const pixels = { usual: 9999, most: 9999 }

/** `/oembed?url=&format=&maxwidth=&maxheight=` (oEmbed 1.0): how an answer, a matrix, a timeline or a rule of this site is embedded. */
export const GET = fileHandler(embedFiles.oembed, async (query) => {
  const url = textOf(query, 'url')
  if (url === undefined) return inWords(400, 'Say with `url` which page of this site is to be embedded.')
  const format = textOf(query, 'format') ?? 'json'
  if (format !== 'json' && format !== 'xml') return inWords(501, 'There is `json` and `xml`.')
  const size = { maxWidth: limitOf(query, 'maxwidth', pixels), maxHeight: limitOf(query, 'maxheight', pixels) }
  const found = await findPage(url)
  if (!found) return inWords(404, 'No page of this site that can be embedded is at that address.')
  const { type, write } = embedForms[format]
  return new Response(write({ ...found, ...size }), { headers: { 'content-type': type } })
})

/** The page at an address, as far as it can be embedded; undefined where the address is of another site, or leads to none. */
async function findPage(url: string) {
  const target = URL.canParse(url) ? new URL(url) : undefined
  const found = target && embeddableAt(target.pathname)
  if (!target || !found) return undefined
  const asked: Query = Object.fromEntries(target.searchParams)
  const page = target.searchParams.has('edition') ? found : withPresentIds(found)
  const { name, parts } = page
  if (!isLocale(parts.locale)) return undefined
  const address = embeddable[name]
  const { reader, refusal } = await openReader(parts.locale, address, pathBelowLanguage(address, parts), asked)
  if (refusal || target.host !== new URL(reader.origin).host) return undefined
  if (!shownLanguages(reader.site).some((one) => one === parts.locale)) return undefined
  const reading = await openReading(reader, parts.dossier)
  const title = reading instanceof Missing ? undefined : titleOf(reading, page)
  if (title === undefined) return undefined
  return {
    src: `${reader.origin}${embedOf(`/${parts.locale}${reader.path}`)}${target.search}`,
    title,
    provider: { name: reader.siteName, url: reader.origin },
    height: usualHeight[name],
  }
}

/** The same page by the ids that hold now: what links to it may have the one before. */
function withPresentIds({ name, parts }: FoundPage): FoundPage {
  const dossier = presentId(recordKey('dossier', parts.dossier, parts.dossier)) ?? parts.dossier
  if (name !== 'rule') return { name, parts: { ...parts, dossier } }
  return { name, parts: { ...parts, dossier, id: presentId(recordKey('rule', dossier, parts.id)) ?? parts.id } }
}

/** What the page is called; undefined where its address asks for what there is not. */
function titleOf(reading: Reading, { name, parts }: FoundPage): string | undefined {
  const { dossier, locale, records, t } = reading
  try {
    refuseUnknown(
      embeddable[name],
      reading.query,
      dossier.dimensions.map(({ id }) => id),
    )
    if (name === 'ask') return askedQuestion(reading as Reading<NamesOf<typeof embeddable.ask>>).title
    if (name === 'rule') {
      const rule = records.rules.find(({ id }) => id === parts.id)
      return rule && say(rule.title, locale).text
    }
    return t('unit.of', {
      label: t(name === 'matrix' ? 'matrix.title' : 'timeline.title'),
      text: say(dossier.title, locale).text,
    })
  } catch (problem) {
    if (problem instanceof BadParameter) return undefined
    throw problem
  }
}
