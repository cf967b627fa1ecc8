// Stands in for packages that only guard the border between server and browser.
export {}
