import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'

export const generateMetadata = ownMetadata('data')
export default ownPage('data')
