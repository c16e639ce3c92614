import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'
import { HowFounded } from './_parts/HowFounded'

export const generateMetadata = ownMetadata('data')
export default ownPage('data', (reader) => <HowFounded reader={reader} />)
