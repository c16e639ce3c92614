import { type Reading, withQuery } from '@/app/_reader/reading'
import { type Dimension, findValue, type Value } from '@/lib/model'
import { dimensionName, valueName } from '@/lib/words/names'

interface Props {
  reading: Reading
  /** The page, and what its address asks for. */
  path: string
  parameters: Record<string, string | readonly string[] | undefined>
}

/** So many values of one dimension are offered. */
const mostOffered = 60

/** The values below those that are asked for; none where a leaf is. */
function below(dimension: Dimension, asked: string | readonly string[] | undefined): Value[] {
  if (typeof asked !== 'string') return dimension.values
  const value = findValue(dimension, asked)
  const group = value ? undefined : dimension.groups?.find(({ id }) => id === asked)
  return value?.values ?? group?.values.flatMap((id) => findValue(dimension, id) ?? []) ?? []
}

/** Ways to ask about fewer cases: per dimension the values that could be named instead of all, or of their group. */
export function Narrower({ reading, path, parameters }: Props) {
  const { dossier, locale, t } = reading
  return dossier.dimensions.map((dimension) => {
    const values = below(dimension, parameters[dimension.id])
    if (values.length === 0) return null
    return (
      <p key={dimension.id}>
        {t('ask.narrower', { dimension: dimensionName(dimension, locale).text })}{' '}
        {values.slice(0, mostOffered).map((value, at) => (
          <span key={value.id}>
            {at > 0 && ' · '}
            <a href={withQuery(path, { ...parameters, [dimension.id]: value.id })}>{valueName(value, locale).text}</a>
          </span>
        ))}
        {values.length > mostOffered && ` · ${t('unit.more', { count: values.length - mostOffered })}`}
      </p>
    )
  })
}
