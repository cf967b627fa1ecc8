// npm start: everything from a clone to a served portal. PORT chooses another port; DATABASE_URL a PostgreSQL of your own, and
// with it production, whose environment stands in the README.
import { requireNode } from './steps/node-version.mjs'

requireNode()
import('./start/run.mjs').then(({ main }) => main())
