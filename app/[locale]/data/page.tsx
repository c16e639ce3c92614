import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'
import { BulkFiles } from './_parts/BulkFiles'
import { DataLicence } from './_parts/DataLicence'
import { HowFounded } from './_parts/HowFounded'

export const generateMetadata = ownMetadata('data')
export default ownPage('data', (reader) => (
  <>
    <DataLicence reader={reader} />
    <BulkFiles reader={reader} />
    <HowFounded reader={reader} />
  </>
))
