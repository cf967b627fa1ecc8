// npm run check: everything that can be judged without a database or a browser.
import { requireNode } from './steps/node-version.mjs'

requireNode()
import('./checks/run.mjs').then(({ main }) => main())
