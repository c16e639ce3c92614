import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'

export const generateMetadata = ownMetadata('imprint')
export default ownPage('imprint')
