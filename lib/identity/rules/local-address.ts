/** Where to go after sign-in: an address of this portal, or '/' for anything that could lead elsewhere. */
export function localAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/'
  return new URL(wanted, 'http://portal.invalid').origin === 'http://portal.invalid' ? wanted : '/'
}
