import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'

export const generateMetadata = ownMetadata('accessibility')
export default ownPage('accessibility')
