// npm run dev: the portal with live changes, on the same database as npm start.
import { requireNode } from './steps/node-version.mjs'

requireNode()
import('./dev/run.mjs').then(({ serveLive }) => serveLive())
