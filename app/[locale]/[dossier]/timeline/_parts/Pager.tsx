import { type Reading, withQuery } from '@/app/_reader/reading'

interface Props {
  reading: Reading
  path: string
  parameters: Record<string, string | undefined>
  newer: string | null
  older: string | null
}

/** Links to the pages next to this one. */
export function Pager({ reading: { t }, path, parameters, newer, older }: Props) {
  if (!newer && !older) return null
  return (
    <nav className="pager" aria-label={t('timeline.pages')}>
      {newer ? (
        <a rel="prev" href={withQuery(path, { ...parameters, cursor: newer })}>
          {t('timeline.newer')}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a rel="next" href={withQuery(path, { ...parameters, cursor: older })}>
          {t('timeline.older')}
        </a>
      )}
    </nav>
  )
}
