import { followHref, type Reader } from '@/app/_reader/reading'

interface Props {
  reader: Pick<Reader, 'locale' | 't'>
  /** Where the feed stands, below the language, with its query. */
  what: string
}

/** The way to be told of a feed by mail, for where the site sends any (`hasMail`). Robots have no business there. */
export const MailLink = ({ reader, what }: Props) => (
  <a href={followHref(reader, what)} rel="nofollow">
    {reader.t('dossier.byMail')}
  </a>
)
