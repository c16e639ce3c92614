import { Missing } from '@/app/_components/refusal'
import { type SiteParams, siteMetadata, sitePage } from '../document'

export const dynamic = 'force-dynamic'

interface Params extends SiteParams {
  rest: string[]
}

export const generateMetadata = siteMetadata('', ({ t }) => ({ title: t('errors.missingTitle') }))

/** Any address below a language that no page answers for. */
export default sitePage<Params>('', async (_reader, { rest }) => {
  throw new Missing('page', rest.join('/'))
})
