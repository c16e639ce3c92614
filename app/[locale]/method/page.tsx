import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'

export const generateMetadata = ownMetadata('method')
export default ownPage('method')
