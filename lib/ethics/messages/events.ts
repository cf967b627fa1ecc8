import type { Messages } from '@/lib/platform/messages'

/** What happened to ethics approvals, as sentences of the journal. */
export const messages = {
  en: {
    'event.ethics.approval-registered': 'Registered an ethics approval of {slug} ({country})',
    'event.ethics.approval-changed': 'Changed an ethics approval of {slug} (version {version}: {fields})',
    'event.ethics.change-discarded': 'Discarded a change of an ethics approval of {slug} (version {version})',
    'event.ethics.document-added': 'Added a document to an ethics approval of {slug} ({kind}, version {version})',
    'event.ethics.document-removed': 'Removed a document of an ethics approval of {slug} ({kind}, version {version})',
    'event.ethics.document-read': 'Opened a document of an ethics approval of {slug} ({kind})',
    'event.ethics.approval-submitted': 'Handed in an ethics approval of {slug} for verification (version {version})',
    'event.ethics.submission-taken-back': 'Took back an ethics approval of {slug} (version {version})',
    'event.ethics.approval-returned': 'Returned an ethics approval of {slug} (version {version}: {fields})',
    'event.ethics.approval-verified': 'Verified an ethics approval of {slug} (version {version}, {outcome})',
    'event.ethics.approval-superseded': 'An ethics approval of {slug} was superseded by a newer one',
    'event.ethics.replacement-foreseen':
      'An ethics approval of {slug} stands until the newer one that takes its place is in force',
    'event.ethics.replacement-dropped': 'No newer one takes the place of an ethics approval of {slug} after all',
    'event.ethics.approval-withdrawn': 'Withdrew an ethics approval of {slug}',
    'event.ethics.deadline-neared':
      'A deadline of an ethics approval of {slug} neared ({deadline}, {until}, {days} days left)',
    'event.ethics.deadline-passed': 'A deadline of an ethics approval of {slug} passed ({deadline}, {until})',
  },
  sv: {
    'event.ethics.approval-registered': 'Registrerade ett etikgodkännande för {slug} ({country})',
    'event.ethics.approval-changed': 'Ändrade ett etikgodkännande för {slug} (version {version}: {fields})',
    'event.ethics.change-discarded': 'Kastade en ändring av ett etikgodkännande för {slug} (version {version})',
    'event.ethics.document-added':
      'Lade till ett dokument till ett etikgodkännande för {slug} ({kind}, version {version})',
    'event.ethics.document-removed':
      'Tog bort ett dokument från ett etikgodkännande för {slug} ({kind}, version {version})',
    'event.ethics.document-read': 'Öppnade ett dokument i ett etikgodkännande för {slug} ({kind})',
    'event.ethics.approval-submitted': 'Lämnade in ett etikgodkännande för {slug} för verifiering (version {version})',
    'event.ethics.submission-taken-back': 'Tog tillbaka ett etikgodkännande för {slug} (version {version})',
    'event.ethics.approval-returned': 'Lämnade tillbaka ett etikgodkännande för {slug} (version {version}: {fields})',
    'event.ethics.approval-verified': 'Verifierade ett etikgodkännande för {slug} (version {version}, {outcome})',
    'event.ethics.approval-superseded': 'Ett etikgodkännande för {slug} ersattes av ett nyare',
    'event.ethics.replacement-foreseen':
      'Ett etikgodkännande för {slug} gäller tills det nyare som ersätter det har trätt i kraft',
    'event.ethics.replacement-dropped': 'Ett etikgodkännande för {slug} ersätts ändå inte av ett nyare',
    'event.ethics.approval-withdrawn': 'Drog tillbaka ett etikgodkännande för {slug}',
    'event.ethics.deadline-neared':
      'En frist för ett etikgodkännande för {slug} närmade sig ({deadline}, {until}, {days} dagar kvar)',
    'event.ethics.deadline-passed': 'En frist för ett etikgodkännande för {slug} löpte ut ({deadline}, {until})',
  },
} as const satisfies Messages
