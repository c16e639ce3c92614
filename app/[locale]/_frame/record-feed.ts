import type { Reading } from '@/app/_reader/reading'
import { folderOf, type RecordFolder } from '@/lib/feeds/followed'
import { say, type Text } from '@/lib/model'

/** The feed of a rule, a change or an actor, as head tags name it: where it stands below the language, and its title. */
export const recordFeed = (
  { dossier, locale }: Reading,
  folder: RecordFolder,
  { id, title }: { id: string; title: Text },
) => ({ folder: folderOf({ dossier: dossier.id, folder, id }), title: say(title, locale).text })
