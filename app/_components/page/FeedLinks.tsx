import type { Reader } from '@/app/_reader/reading'
import { feedAddress, feedFiles } from '@/lib/feeds/feed'
import { feedForms } from '@/lib/feeds/forms'

interface Props {
  reader: Pick<Reader, 'locale'>
  /** Where the feed stands, below the language. */
  folder: string
  /** The filter of a timeline, as its address spells it. */
  query?: string
}

/** A feed in each of its forms; feeds always go by what is public now. */
export const FeedLinks = ({ reader: { locale }, folder, query = '' }: Props) =>
  feedFiles.map((file, index) => (
    <span key={file}>
      {index > 0 && ' · '}
      <a href={feedAddress({ folder: `/${locale}${folder}`, query }, file)}>{feedForms[file].name}</a>
    </span>
  ))
