import type { Reading } from '@/app/_reader/reading'
import { framed } from '@/app/[locale]/_frame/picture-parts'
import { type Actor, say } from '@/lib/model'
import type { Card } from '@/lib/pictures/card'

/** Who the actor is, by our note; without one what their page tells. */
export function actorInWords({ t, locale, dossier }: Reading, { name, note }: Actor): string {
  if (note) return say(note, locale).text
  return t('describe.actor', { name: say(name, locale).text, dossier: say(dossier.title, locale).text })
}

/** An actor as a picture: name, and who it is. */
export const actorCard = (reading: Reading, actor: Actor): Card => ({
  ...framed(reading),
  kicker: reading.t('actors.title'),
  heading: say(actor.name, reading.locale).text,
  note: actorInWords(reading, actor),
})
