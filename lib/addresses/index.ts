import type { Address } from './address'
import { api } from './api'
import { dataAddresses } from './data'
import { embedFiles, embeds } from './embeds'
import { fileAddresses } from './feeds'
import { followForms } from './follow'
import { pages } from './pages'
import { pictureAddresses } from './pictures'

/** Every public address there is. An address that is not here is answered by Next each time and never kept. */
export const addresses: readonly Address[] = [
  // Before the pages of dossiers, whose addresses they would fit.
  ...Object.values(followForms),
  ...Object.values(pages),
  ...embeds,
  ...Object.values(embedFiles),
  ...fileAddresses,
  ...pictureAddresses,
  ...Object.values(api),
  ...dataAddresses,
]
