import { type Reader, siteHref } from '@/app/_reader/reading'

/** What a site without dossiers says of itself, and how to hear of the first one. */
export const NothingYet = ({ reader }: { reader: Reader }) => (
  <p className="notice">
    {reader.t.rich('home.empty', {
      link: (text) => <a href={siteHref({ ...reader, pinned: {} }, 'feeds')}>{text}</a>,
    })}
  </p>
)
