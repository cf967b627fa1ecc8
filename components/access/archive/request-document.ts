import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { storyWords, wordFor } from '@/components/access/request/words'
import { actorWords } from '@/components/identity/journal-words'
import type { Text } from '@/components/messages'
import { formatDate, formatDateTime } from '@/components/ui/format'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { answersContent } from './answers'
import { facts, section, table } from './parts'

export type Told = {
  readonly t: Text
  readonly language: Language
  readonly request: WholeRequest
  readonly entries: readonly JournalEntry[]
  /** Who takes it, and when. */
  readonly reader: string
  readonly now: Date
}

function head({ t, language, request }: Told): Content[] {
  const { reference, title, project, applicant, members, wantedUntil, optedOut, externalId, form, formVersion } =
    request
  const rows: [string, string | null][] = [
    [t('requests.column.state'), `${wordFor(t, 'state', request.state)}, ${formatDate(request.stateAt)}`],
    [t('requests.reason-given'), request.reason],
    [
      t('requests.column.processing'),
      request.processing && `${request.processing[language]}, ${formatDate(request.processing.since)}`,
    ],
    [t('requests.fact.project'), `${project.name} (${project.institutionName})`],
    [t('requests.fact.applicant'), applicant.name],
    [t('requests.fact.members'), members.map(({ name }) => name).join(', ')],
    [t('archive.submitted'), request.submittedAt && formatDateTime(request.submittedAt)],
    [t('requests.fact.until'), wantedUntil && lastDayBefore(wantedUntil)],
    [
      t('requests.fact.sharing'),
      optedOut === null ? null : t(optedOut ? 'requests.sharing.out' : 'requests.sharing.in'),
    ],
    [t('requests.fact.external'), externalId],
    [
      t('archive.form'),
      form && formVersion !== null
        ? t('archive.form.version', { title: form.title[language], version: formVersion })
        : null,
    ],
  ]
  return [{ text: reference, style: 'soft' }, { text: title || t('requests.untitled'), style: 'title' }, ...facts(rows)]
}

/** The datasets with what became of each and how the purpose fits it, the conditions, and what was granted. */
function outcomes({ t, language, request: { items, conditions, grants } }: Told): Content[] {
  const reasons = ({ use }: WholeRequest['items'][number]) => use?.reasons.map(({ words }) => words[language]) ?? []
  const judged = items.map((item) => [
    `${item.slug}\n${item.title}`,
    [wordFor(t, 'item', item.state), ...(item.ground ? [wordFor(t, 'ground', item.ground)] : []), item.reason ?? '']
      .filter((line) => line !== '')
      .join('\n'),
    [wordFor(t, 'use', item.useFit ?? item.use?.verdict ?? 'unknown'), ...reasons(item), item.useResolved ?? '']
      .filter((line) => line !== '')
      .join('\n'),
  ])
  const given = grants.map(({ dataset, life, endKind, startsAt, endsAt, retainUntil }) => [
    dataset,
    wordFor(t, 'life', endKind ?? life),
    `${formatDate(startsAt)} – ${lastDayBefore(endsAt)}`,
    formatDate(retainUntil),
  ])
  return [
    ...section(
      t('requests.items'),
      table([t('requests.column.dataset'), t('requests.column.state'), t('archive.use')], judged),
    ),
    ...section(
      t('requests.field.conditions'),
      conditions.length > 0 ? [{ ul: conditions.map(({ text }) => text) }] : [],
    ),
    ...section(
      t('requests.grants'),
      table(
        [t('requests.column.dataset'), t('requests.column.state'), t('archive.period'), t('requests.column.retain')],
        given,
      ),
    ),
  ]
}

/** What it rests on: the ethics approval, and the terms that each member has accepted, by version. */
function rests({ t, language, request: { ethics, accepted } }: Told): Content[] {
  const named = ethics ? `${ethics.number} · ${wordFor(t, 'ethics', ethics.status)}` : wordFor(t, 'ethics', 'none')
  const terms = accepted.map(({ person, titleEn, titleSv, version, at }) => [
    person,
    `${language === 'sv' ? titleSv : titleEn} ${version}`,
    formatDateTime(at),
  ])
  return [
    ...section(t('requests.field.ethics'), [named]),
    ...section(
      t('archive.terms'),
      table([t('requests.field.person'), t('archive.terms.which'), t('archive.terms.when')], terms),
    ),
  ]
}

/** What was asked of whom and said, as far as the reader may see it. */
function talk({ t, request: { rounds, tasks, remarks } }: Told): Content[] {
  const decided = rounds.map(({ outcome, answered, asked, rule }) => [
    outcome === null ? t('requests.round.open', { answered, asked }) : wordFor(t, 'round', outcome),
    wordFor(t, 'rule', rule),
  ])
  const answered = tasks
    .filter(({ state }) => state === 'answered')
    .map(({ person, kind, answer, text }) => [
      person,
      wordFor(t, 'task', kind),
      [wordFor(t, 'answer', answer ?? ''), text ?? ''].filter((line) => line !== '').join('\n'),
    ])
  const said = remarks.map(({ author, at, text }) => [
    `${author ?? t('identity.journal.withheld')}\n${formatDateTime(at)}`,
    text,
  ])
  return [
    ...section(t('requests.asked'), [
      ...table([t('requests.field.outcome'), t('archive.rule')], decided),
      ...table([t('requests.field.person'), t('archive.asked'), t('requests.field.answer')], answered),
    ]),
    ...section(t('requests.remarks'), table([t('archive.author'), t('requests.field.remark')], said, [110, '*'])),
  ]
}

/** What was told of its end, and when. */
const endRows = (t: Text, told: NonNullable<WholeRequest['closeOut']>): [string, string | null][] => [
  [t('requests.field.outcome'), wordFor(t, 'outcome', told.outcome)],
  [t('requests.field.report'), told.report],
  [t('requests.field.publications'), told.publications],
  [t('requests.field.copies'), told.copies],
  [t('requests.field.certificate'), told.certificateId ? t('archive.certificate.beside') : null],
  [t('closeout.by'), `${told.by}, ${formatDateTime(told.at)}`],
]

/** How it came to its end, the files that lie beside, and what was done, the oldest first. */
function end({ t, language, request, entries }: Told): Content[] {
  const { closeOut, earlierCloseOuts, attachments } = request
  const files = attachments.map(({ name, by, at, redactedAt }) => [
    redactedAt ? `${name} (${t('requests.files.redacted')})` : name,
    `${by ?? t('identity.journal.withheld')}, ${formatDateTime(at)}`,
  ])
  const done = entries
    .toReversed()
    .map((entry) => [formatDateTime(entry.at), actorWords(t, entry), storyWords(t, language, request.form, entry)])
  return [
    ...section(t('closeout.title'), closeOut ? facts(endRows(t, closeOut)) : []),
    ...section(
      t('closeout.earlier'),
      earlierCloseOuts.flatMap((told) => facts(endRows(t, told))),
    ),
    ...section(t('requests.files'), table([t('archive.file'), t('archive.by')], files)),
    ...section(
      t('requests.story'),
      table([t('archive.terms.when'), t('archive.who'), t('archive.what')], done, [80, 120, '*']),
    ),
  ]
}

/** A request as a document to keep: everything of it that the reader may see, and nothing else. */
export function requestDocument(told: Told): TDocumentDefinitions {
  const { t, language, request, reader, now } = told
  const { form, answers, attachments } = request
  const said = form ? answersContent({ form, answers, language, files: attachments }) : []
  return {
    info: { title: `${request.reference} ${request.title}`.trim(), creator: t('archive.by.hub') },
    language,
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { font: 'Geist', fontSize: 9.5, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 18, bold: true, margin: [0, 2, 0, 10] },
      section: { fontSize: 12.5, bold: true, margin: [0, 14, 0, 5] },
      part: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
      term: { color: '#5a6570', fontSize: 8.5 },
      soft: { color: '#5a6570' },
    },
    // No heading stands alone at the foot of a page.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel === 1 && getFollowingNodesOnPage().every(({ headlineLevel }) => headlineLevel === 1),
    footer: (page, pages) => ({
      columns: [
        { text: t('archive.made', { reference: request.reference, reader, at: formatDateTime(now) }) },
        { text: `${page} / ${pages}`, alignment: 'right', width: 60 },
      ],
      style: 'term',
      margin: [48, 16, 48, 0],
    }),
    content: [
      ...head(told),
      ...outcomes(told),
      ...rests(told),
      ...section(t('requests.answers'), said),
      ...talk(told),
      ...end(told),
    ],
  }
}
