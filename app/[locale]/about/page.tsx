import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'

export const generateMetadata = ownMetadata('about')
export default ownPage('about')
