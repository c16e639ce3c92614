import { readReportFiles } from '@/lib/content/report-files'
import { hashRecords } from '@/lib/signing/leaf'

/** What threads do, by the names by which it is asked for. */
export const jobs: Readonly<Record<string, (input: never) => unknown>> = {
  readReportFiles,
  hashRecords,
}
