import { type Dimension, type Locale, walkValues } from '@/lib/model'
import { valueName } from '@/lib/words/names'

const indent = '\u2003'

/** The values of a dimension for a select, in tree order; what is deeper stands further in. */
export const ValueOptions = ({ dimension, locale }: { dimension: Dimension; locale: Locale }) =>
  [...walkValues(dimension.values)].map(({ value, depth }) => (
    <option key={value.id} value={value.id}>
      {indent.repeat(depth) + valueName(value, locale).text}
    </option>
  ))
