import { LinkedData } from '@/app/_components/page/LinkedData'
import { distributionOf } from '@/app/_reader/distribution'
import type { Reader } from '@/app/_reader/reading'
import { ownMetadata, ownPage } from '@/app/[locale]/_frame/own-page'
import { datasetNode } from '@/lib/linked-data'
import { BulkFiles } from './_parts/BulkFiles'
import { DataLicence } from './_parts/DataLicence'
import { HowFounded } from './_parts/HowFounded'

export const generateMetadata = ownMetadata('data')
export default ownPage('data', (reader) => (
  <>
    <LinkedData reader={reader} tell={(told) => datasetNode(dataOf(reader), told)} />
    <DataLicence reader={reader} />
    <BulkFiles reader={reader} />
    <HowFounded reader={reader} />
  </>
))

/** All records of the site as a set of data. */
const dataOf = (reader: Reader) => ({
  name: reader.siteName,
  description: reader.t('home.intro'),
  licence: reader.site.licence,
  edition: reader.edition.number,
  publisher: reader.siteName,
  distribution: distributionOf(reader),
})
