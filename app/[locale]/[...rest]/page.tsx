import type { Reader } from '@/app/_reader/reading'
import { Missing } from '@/app/_reader/refusal'
import { type SiteParams, siteMetadata, sitePage } from '@/app/[locale]/_frame/document'

interface Params extends SiteParams {
  rest: string[]
}

/** Any address below a language that no page answers for. */
const missing = (_reader: Reader, { rest }: Params) => Promise.reject(new Missing('page', rest.join('/')))

export const generateMetadata = siteMetadata<Params>('', missing)
export default sitePage<Params>('', missing)
