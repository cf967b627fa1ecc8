import { WithAside } from '@/components/ui/panel'
import type { DatasetPage as Page } from '@/lib/catalogue/queries/dataset-page'
import type { Language } from '@/lib/platform/messages'
import { DatasetAside } from './aside'
import { HowToCite } from './cite'
import { About, Contents, DatasetFigures } from './contents'
import { Examples } from './examples'
import { DatasetHeader } from './header'
import { SharingRecord } from './sharing'
import { Terms } from './terms'
import { Tombstone } from './tombstone'
import { Versions } from './versions'

/** Everything that the register holds of one version of a dataset; the tombstone of a withdrawn one. */
export function DatasetPage({ language, page }: { language: Language; page: Page }) {
  if (page.withdrawn) return <Tombstone language={language} page={page} withdrawn={page.withdrawn} />
  const { record } = page.version
  return (
    <>
      <DatasetHeader language={language} page={page} />
      <div className="mb-5">
        <DatasetFigures language={language} record={record} />
      </div>
      <WithAside aside={<DatasetAside language={language} page={page} />}>
        <About language={language} record={record} />
        <Examples language={language} record={record} />
        <Contents language={language} record={record} />
        <Terms language={language} record={record} dataUse={page.dataUse} />
        <HowToCite language={language} page={page} />
        <Versions language={language} page={page} />
        <SharingRecord language={language} sharing={page.sharing} />
      </WithAside>
    </>
  )
}
