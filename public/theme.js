// Runs before the first paint so that a chosen theme never flashes. The choice lives in a cookie that only this file uses.
;(() => {
  const root = document.documentElement
  const chosen = /(?:^|;\s*)theme=(light|dark)/.exec(document.cookie)?.[1]
  if (chosen) root.dataset.theme = chosen
  root.dataset.js = ''

  const choose = (theme) => {
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    const age = theme === 'system' ? 0 : 31536000
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `theme=${theme};path=/;max-age=${age};samesite=lax`
  }
  const opposite = () => (getComputedStyle(root).colorScheme === 'dark' ? 'light' : 'dark')
  const dark = matchMedia('(prefers-color-scheme: dark)')

  document.addEventListener('click', (event) => {
    const wanted = event.target.closest?.('[data-theme-to]')?.dataset.themeTo
    if (wanted === 'opposite') choose(root.dataset.theme ? opposite() : dark.matches ? 'light' : 'dark')
    else if (wanted) choose(wanted)
  })
})()
