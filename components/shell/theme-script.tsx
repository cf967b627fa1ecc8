/** Puts the chosen theme on the document before anything is painted: a file of its own, as the page policy stops inline scripts. */
export const ThemeScript = () => (
  // biome-ignore lint/performance/noSyncScripts: half a kilobyte that has to run before the first paint
  <script src="/theme.js" />
)
