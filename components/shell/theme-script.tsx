/** Puts the chosen theme on the document before anything is painted: a file of its own, as the page policy stops inline scripts. */
export const ThemeScript = () => <script src="/theme.js" />
