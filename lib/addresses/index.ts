import type { Address } from './address'
import { api } from './api'
import { fileAddresses } from './feeds'
import { pages } from './pages'
import { pictureAddresses } from './pictures'

/** Every public address there is. An address that is not here is answered by Next each time and never kept. */
export const addresses: readonly Address[] = [
  ...Object.values(pages),
  ...fileAddresses,
  ...pictureAddresses,
  ...Object.values(api),
]
