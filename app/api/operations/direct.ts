import { makeBooking, readSheet, readSheets } from './bookings'
import { listDatasets, listSuggestions } from './catalogue-search'

/** The operations that are marked `direct`; on their own, so that the server's start loads no others. */
export const directOperations = [listDatasets, listSuggestions, readSheet, readSheets, makeBooking]
