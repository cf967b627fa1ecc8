import type { Messages } from '@/lib/platform/messages'

/** Why something cannot be done with files, and what is wrong in a form. */
export const messages = {
  en: {
    'refusal.delivery.no-access': 'You may not use {slug} now: {reasons}.',
    'refusal.delivery.link-over': 'This link has ended. Make another on the page of the files.',
    'refusal.delivery.file-differs':
      'The hub found that this file is not what was declared, and does not hand it out before that is settled.',
    'refusal.delivery.not-listed': 'The files of {slug} are not listed.',
    'refusal.delivery.published':
      'The files of this version are published and do not change. A change belongs to the next version.',
    'refusal.delivery.path-taken': 'There is a file called {path} already.',
    'refusal.delivery.too-many-files': 'A version has at most {most, number} files. Pack some together.',
    'refusal.delivery.other-size': 'What lies there has {there, number} bytes, not {size, number}.',
    'refusal.delivery.not-empty': 'This version has files already. Take them off the list first.',
    'refusal.delivery.no-files': 'There are no files to list.',
    'refusal.delivery.version-not-out': 'This version of the dataset is not published yet. Its files are, once it is.',
    'refusal.delivery.files-differ':
      '{files, plural, one {# file is} other {# files are}} not what was declared. Take them off the list first.',
    'refusal.delivery.checked-already': 'There is nothing to compare.',
    'refusal.delivery.shared-already': 'The sharing record has it already, on {on}.',
    'delivery.invalid.before-grant': 'Give a day on which the grant had begun.',
    'delivery.invalid.to-come': 'Give the day on which it was handed over, which is not to come.',
    'delivery.invalid.country': 'Give the country of the recipient, as Norway or NO: the request names none.',
    'delivery.invalid.other-country':
      'The request names another country. Leave this empty, or have the request corrected.',
    'delivery.invalid.path':
      'Give a name with folders as in images/0001.dcm: no folder that begins with a dot, none of " * : < > ? | \\ in it.',
    'delivery.invalid.sha256': 'Give the SHA-256 checksum as 64 hexadecimal digits.',
    'delivery.invalid.key': 'Give where it lies in the store, as in data/ctpa/1.0.0/images.zip.',
    'delivery.invalid.size': 'Give its size in bytes.',
    'delivery.invalid.nothing-there': 'Nothing lies there.',
    'delivery.invalid.personal-number':
      'Line {line} of the file holds what looks like a Swedish personal number. Nothing was kept; take such numbers out of it.',
  },
  sv: {
    'refusal.delivery.no-access': 'Du får inte använda {slug} nu: {reasons}.',
    'refusal.delivery.link-over': 'Länken har upphört. Skapa en ny på sidan med filerna.',
    'refusal.delivery.file-differs':
      'Hubben fann att filen inte är den som uppgavs, och lämnar inte ut den förrän det är utrett.',
    'refusal.delivery.not-listed': 'Filerna i {slug} är inte listade.',
    'refusal.delivery.published':
      'Filerna i den här versionen är publicerade och ändras inte. En ändring hör till nästa version.',
    'refusal.delivery.path-taken': 'Det finns redan en fil som heter {path}.',
    'refusal.delivery.too-many-files': 'En version har högst {most, number} filer. Packa ihop några.',
    'refusal.delivery.other-size': 'Det som ligger där har {there, number} byte, inte {size, number}.',
    'refusal.delivery.not-empty': 'Versionen har redan filer. Ta bort dem ur listan först.',
    'refusal.delivery.no-files': 'Det finns inga filer att lista.',
    'refusal.delivery.version-not-out':
      'Den här versionen av datasetet är inte publicerad än. Filerna blir det när den är det.',
    'refusal.delivery.files-differ':
      '{files, plural, one {# fil är} other {# filer är}} inte det som uppgavs. Ta bort dem ur listan först.',
    'refusal.delivery.checked-already': 'Det finns inget att jämföra.',
    'refusal.delivery.shared-already': 'Det finns redan i delningsregistret, den {on}.',
    'delivery.invalid.before-grant': 'Ange en dag då beviljandet hade börjat.',
    'delivery.invalid.to-come': 'Ange dagen då det lämnades över, som inte ligger framåt i tiden.',
    'delivery.invalid.country': 'Ange mottagarens land, som Norge eller NO: ansökan nämner inget.',
    'delivery.invalid.other-country': 'Ansökan nämner ett annat land. Lämna fältet tomt, eller låt rätta ansökan.',
    'delivery.invalid.path':
      'Ange ett namn med mappar som i images/0001.dcm: ingen mapp som börjar med punkt, inget av " * : < > ? | \\ i det.',
    'delivery.invalid.sha256': 'Ange kontrollsumman SHA-256 som 64 hexadecimala siffror.',
    'delivery.invalid.key': 'Ange var filen ligger i lagret, som i data/ctpa/1.0.0/images.zip.',
    'delivery.invalid.size': 'Ange storleken i byte.',
    'delivery.invalid.nothing-there': 'Där ligger ingenting.',
    'delivery.invalid.personal-number':
      'Rad {line} i filen innehåller något som ser ut som ett personnummer. Inget sparades, ta bort sådana nummer ur den.',
  },
} as const satisfies Messages
