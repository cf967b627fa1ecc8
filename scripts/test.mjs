// npm test: on a fresh clone too, everything from types to journeys in a browser.
import { requireNode } from './steps/node-version.mjs'

requireNode()
import('./tests/run.mjs').then(({ main }) => main())
