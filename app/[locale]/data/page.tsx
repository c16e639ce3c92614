import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'
import { DataLicence } from './_parts/DataLicence'
import { HowFounded } from './_parts/HowFounded'

export const generateMetadata = ownMetadata('data')
export default ownPage('data', (reader) => (
  <>
    <DataLicence reader={reader} />
    <HowFounded reader={reader} />
  </>
))
