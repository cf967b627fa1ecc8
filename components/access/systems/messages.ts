import type { Messages } from '@/lib/platform/messages'

const en = {
  'visas.title': 'Keys of visas',
  'visas.lead':
    'Other systems believe a visa because it is signed. One key signs at a time; it is replaced by itself after ninety days, and an old one stays published until the last visa by it has expired.',
  'visas.keys': 'Keys',
  'visas.none': 'No key yet: the first is made within minutes of the portal’s start.',
  'visas.key': 'Name (kid)',
  'visas.made': 'Made',
  'visas.state': 'State',
  'visas.state.signs': 'Signs',
  'visas.state.published': 'Published',
  'visas.state.gone': 'Gone',
  'visas.until': 'Published until',
  'visas.replace': 'Let another key sign',
  'visas.replace.text': 'Visas that are about stay good, unless you withdraw the keys that signed them.',
  'visas.withdraw': 'Others may know the key: withdraw every old one at once',
  'visas.withdraw.hint': 'No visa given before is believed any more. Systems ask for new ones.',
  'visas.done': 'Another key signs from now on.',
  'visas.where': 'Public keys: {address}',
}

const sv: typeof en = {
  'visas.title': 'Nycklar för visum',
  'visas.lead':
    'Andra system litar på ett visum för att det är signerat. En nyckel signerar i taget; den byts av sig själv efter nittio dagar, och en gammal finns kvar offentligt tills det sista visumet med den har gått ut.',
  'visas.keys': 'Nycklar',
  'visas.none': 'Ingen nyckel än: den första skapas inom några minuter från att portalen startas.',
  'visas.key': 'Namn (kid)',
  'visas.made': 'Skapad',
  'visas.state': 'Läge',
  'visas.state.signs': 'Signerar',
  'visas.state.published': 'Offentlig',
  'visas.state.gone': 'Borta',
  'visas.until': 'Offentlig till',
  'visas.replace': 'Låt en annan nyckel signera',
  'visas.replace.text': 'Visum som är i bruk gäller fortfarande, om du inte drar in nycklarna som signerade dem.',
  'visas.withdraw': 'Andra kan känna nyckeln: dra in alla gamla genast',
  'visas.withdraw.hint': 'Inget tidigare visum gäller längre. System ber om nya.',
  'visas.done': 'En annan nyckel signerar från och med nu.',
  'visas.where': 'Offentliga nycklar: {address}',
}

export const messages = { en, sv } as const satisfies Messages
