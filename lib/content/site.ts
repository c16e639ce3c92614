import { join } from 'node:path'
import { fieldName, isLanguage, type Site, type SitePageId, sitePages } from '@/lib/model'
import type { FileProblem } from './document'
import { entriesIn, textOf } from './files'
import { type FileFindings, isFields, parseFile, type RecordPlace, take, withoutBlanks } from './records'

/** The file of the site, and the folder of its pages, in a content folder. */
export const siteFile = 'site.yaml'
export const pagesFolder = 'pages'

/** A text of a page by the name of its file: `<page>.<language>.md`. */
interface PageFile {
  page: SitePageId
  language: string
  /** Below the content folder. */
  file: string
  text: string
}

/** What the tracker says of itself, with its pages; null, and the problems told, when it is not sound, or there is none. */
export async function readSite(dir: string, findings: FileFindings): Promise<Site | null> {
  const { problems } = findings
  const before = problems.length
  const pages = await readPages(dir, problems)
  const text = (await textOf(join(dir, siteFile))) ?? (await misnamed(dir))
  if (!text) {
    const [first] = pages
    if (first)
      problems.push(problem(first.file, `is a part of the site, and there is no ${siteFile} beside ${pagesFolder}/`))
    return null
  }
  const yaml = parseFile(siteFile, text, findings)
  if (!yaml) return null
  const own: RecordPlace = (path, atName) => ({ file: siteFile, ...yaml.placeOf(path, atName), field: fieldName(path) })
  if (isFields(yaml.data) && 'pages' in yaml.data)
    problems.push({ ...own(['pages']), message: `stand in files of their own: ${pagesFolder}/about.<language>.md` })
  const data = isFields(yaml.data) && pages.length > 0 ? { ...yaml.data, pages: byPage(pages) } : yaml.data
  const place: RecordPlace = (path) => {
    const [field, page, language] = path
    const found = field === 'pages' && pages.find((one) => one.page === page && one.language === language)
    return found ? { file: found.file, line: 1, field: '' } : own(path)
  }
  const site = take('site', withoutBlanks(data), place, findings)
  return problems.length === before ? site : null
}

async function misnamed(dir: string) {
  return (
    (await textOf(join(dir, 'site.yml'))) && {
      ok: false as const,
      message: 'is missing, but there is site.yml: rename it',
    }
  )
}

const problem = (file: string, message: string): FileProblem => ({ file, line: 1, field: '', message })

async function readPages(dir: string, problems: FileProblem[]): Promise<PageFile[]> {
  const found: PageFile[] = []
  for (const { name, folder } of await entriesIn(join(dir, pagesFolder))) {
    const file = join(pagesFolder, name)
    const [, id = '', language = ''] = (!folder && /^([^.]+)\.([^.]+)\.md$/.exec(name)) || []
    const page = sitePages.find((one) => one === id)
    if (!page || !isLanguage(language)) {
      problems.push(
        problem(file, `is not read: a page is called <page>.<language>.md, and pages are ${sitePages.join(', ')}`),
      )
      continue
    }
    const text = await textOf(join(dir, file))
    if (text && !text.ok) problems.push(problem(file, text.message))
    else if (text?.ok) found.push({ page, language, file, text: text.text })
  }
  return found
}

/** In the order of the record, so that what was read from files and what was written to them is the same. */
function byPage(files: readonly PageFile[]): Site['pages'] {
  const pages = sitePages.flatMap((page) => {
    const texts = files.filter((file) => file.page === page).map(({ language, text }) => [language, text])
    return texts.length > 0 ? [[page, Object.fromEntries(texts)]] : []
  })
  return Object.fromEntries(pages)
}

/** The texts of a site's pages by their files below the content folder. */
export const pageFiles = ({ pages = {} }: Pick<Site, 'pages'>): [file: string, text: string][] =>
  sitePages.flatMap((page) =>
    Object.entries(pages[page] ?? {}).map(([language, text]): [string, string] => [
      `${pagesFolder}/${page}.${language}.md`,
      `${text}\n`,
    ]),
  )

/** The site of a content folder by itself, for what is not yet published; null where there is none that is sound. */
export async function readSiteOf(dir: string): Promise<Site | null> {
  return readSite(dir, { problems: [], places: new Map() })
}
