// Collects what a production image holds into a folder: the standalone build and what serves, migrates and administers it, with
// the packages they need and no other. The Dockerfile runs it; it needs neither a database nor settings.
//   node scripts/image.mjs folder
import { requireNode } from './steps/node-version.mjs'

requireNode()
import('./image/run.mjs').then(({ main }) => main(process.argv[2]))
