import { RailSection } from '@/app/_components/page/Section'
import { Spoken, Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { type Dimension, findAskable, pathTo } from '@/lib/model'
import { valueName } from '@/lib/words/names'

/** What the values of a question mean, those above them included: the notes that a dossier has on them. */
export function Meanings({ reading, question }: { reading: Reading; question: Record<string, string> }) {
  const { t, locale, dossier } = reading
  const noted = dossier.dimensions.flatMap((dimension) => notesOn(dimension, question[dimension.id] ?? ''))
  if (noted.length === 0) return null
  return (
    <RailSection id="meanings" title={t('ask.meant')}>
      <dl className="meanings label">
        {noted.map(({ value, note, codes }) => (
          <div key={value.id}>
            <dt>
              <Spoken said={valueName(value, locale)} locale={locale} />
            </dt>
            {note !== undefined && (
              <dd>
                <Words text={note} locale={locale} />
              </dd>
            )}
            {codes.length > 0 && (
              <dd>
                {codes.map(({ scheme, code }, at) => (
                  <span key={JSON.stringify([scheme, code])}>
                    {at > 0 && t('unit.separator')}
                    {scheme !== 'other' && `${scheme.toUpperCase()} `}
                    <Words text={code} locale={locale} />
                  </span>
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </RailSection>
  )
}

function notesOn(dimension: Dimension, id: string) {
  const path = pathTo(dimension, id)
  const named = path.length > 0 ? path : [findAskable(dimension, id) ?? []].flat()
  return named.flatMap((value) => {
    const codes = ('codes' in value && value.codes) || []
    return value.note === undefined && codes.length === 0 ? [] : [{ value, note: value.note, codes }]
  })
}
