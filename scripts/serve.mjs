// Serves the built portal: what `npm start` and the image run at the end. Reads PORT, PORTAL_HOST, TRUST_PROXY, MAX_BODY_BYTES,
// DRAIN_SECONDS, GRACE_SECONDS and what lib/platform/env.ts names.
import { requireNode } from './steps/node-version.mjs'

requireNode()
import('./serve/run.mjs').then(({ serve }) => serve())
