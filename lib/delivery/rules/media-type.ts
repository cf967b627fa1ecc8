const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  dcm: 'application/dicom',
  geojson: 'application/geo+json',
  gz: 'application/gzip',
  h5: 'application/x-hdf5',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  nii: 'application/x-nifti',
  pdf: 'application/pdf',
  png: 'image/png',
  svs: 'image/tiff',
  tar: 'application/x-tar',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  xml: 'application/xml',
  zip: 'application/zip',
}

/** The media type that a file's name promises; it is always saved, never shown in place, so that a wrong one does no harm. */
export const mediaTypeOf = (path: string): string =>
  types[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
