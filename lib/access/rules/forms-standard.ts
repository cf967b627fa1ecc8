import { askedOfPeople } from './forms-standard-people'
import { asks, both, choice, type FieldWritten, type FormWritten } from './forms-written'

const study: readonly FieldWritten[] = [
  asks('the-study', 'header', ['The study', 'Studien']),
  asks(
    'study',
    'description',
    ['Name of the study', 'Studiens namn'],
    ['As in the ethics application.', 'Som i etikansökan.'],
    { maxLength: 300 },
  ),
  asks(
    'ethics-number',
    'text',
    ['Registration number of the ethics approval', 'Etikgodkännandets diarienummer'],
    [
      'Register the approval with its documents for the project too: an ethics officer verifies it there before it counts.',
      'Registrera även godkännandet med dess handlingar för projektet: en etikhandläggare kontrollerar det där innan det räknas.',
    ],
    { maxLength: 100, placeholder: both(['2024-01234-01', '2024-01234-01']) },
  ),
  asks(
    'documents',
    'attachment',
    ['Further documents', 'Ytterligare handlingar'],
    [
      'Such as a research plan or a data management plan.',
      'Till exempel en forskningsplan eller en datahanteringsplan.',
    ],
    { optional: true },
  ),
  asks(
    'aims',
    'long-text',
    ['What the data are for', 'Vad datan ska användas till'],
    [
      'The research question and the method, in words that a colleague of another field can follow.',
      'Forskningsfrågan och metoden, med ord som en kollega från ett annat fält kan följa.',
    ],
    { maxLength: 6000 },
  ),
  asks('purpose', 'data-use', [
    'Purpose, to compare with the conditions of the datasets',
    'Ändamål, att jämföra med datasetens villkor',
  ]),
]

const data: readonly FieldWritten[] = [
  asks('the-data', 'header', ['The data', 'Datan']),
  asks(
    'data-description',
    'long-text',
    ['Description of the data', 'Beskrivning av datan'],
    [
      'Which data, how much of it, and why that much is needed.',
      'Vilka data, hur mycket, och varför så mycket behövs.',
    ],
    { maxLength: 6000 },
  ),
  asks('selection', 'selection-criteria', ['Selection criteria', 'Urvalskriterier']),
  asks(
    'parameters',
    'table',
    ['Parameters', 'Parametrar'],
    ['Such as age, diagnosis, images, resolution.', 'Till exempel ålder, diagnos, bilder, upplösning.'],
    {
      columns: [
        choice('parameter', 'Parameter', 'Parameter'),
        choice('reason', 'Why it is needed', 'Varför den behövs'),
      ],
    },
  ),
  asks(
    'pseudonymization',
    'pseudonymization',
    ['Suggested pseudonymization or anonymization', 'Föreslagen pseudonymisering eller anonymisering'],
    ['It must be adequate for this very extraction.', 'Den måste vara tillräcklig för just detta uttag.'],
  ),
  asks('transfer', 'option', ['How the data are to be transferred', 'Hur datan ska överföras'], null, {
    options: [
      choice('repository', 'Through the hub', 'Genom hubben'),
      choice('service', 'Through a transfer service of ours', 'Genom en överföringstjänst hos oss'),
      choice('disk', 'On an encrypted hard disk', 'På en krypterad hårddisk'),
    ],
  }),
  asks('transfer-service', 'text', ['Which service', 'Vilken tjänst'], null, {
    maxLength: 300,
    visibleIf: { field: 'transfer', options: ['service'] },
  }),
  asks(
    'transfer-address',
    'ip-address',
    ['Its address on the internet', 'Dess adress på internet'],
    ['From which the data are fetched, as others see it.', 'Varifrån datan hämtas, som andra ser den.'],
    {
      optional: true,
      visibleIf: { field: 'transfer', options: ['service'] },
    },
  ),
]

const sharing: readonly FieldWritten[] = [
  asks('the-sharing', 'header', ['Sharing', 'Delning']),
  asks('sharing', 'long-text', ['How the data will be shared', 'Hur datan kommer att delas'], null, {
    maxLength: 3000,
    placeholder: both([
      'Data will be shared for research validation, and for further ethical and legal research.',
      'Datan delas för validering av forskningen, och för vidare etisk och laglig forskning.',
    ]),
  }),
  // How this is answered must not affect the decision, so those who review do not see it.
  asks(
    'public-record',
    'option',
    ['May the public record of sharing name you?', 'Får det offentliga delningsregistret nämna er?'],
    [
      'If not, it shows institution, department and country only. Your answer does not affect the decision.',
      'Om inte visar det bara institution, avdelning och land. Svaret påverkar inte beslutet.',
    ],
    {
      privateFromReviewers: true,
      options: [choice('named', 'Yes, name us', 'Ja, nämn oss'), choice('unnamed', 'No', 'Nej')],
    },
  ),
]

/** The form of every workflow that has chosen none. */
export const formOfRequests = 'standard'

/** The hub's standard form: what its practice asks of a data access request. Stewards begin from it and change what they like. */
export const standardForm: FormWritten = {
  title: both(['Data access request', 'Ansökan om tillgång till data']),
  lead: both([
    'A caregiver discloses data for the activities of an approved ethical review; your institution then becomes controller, and answers for it. Never write personal numbers here.',
    'En vårdgivare lämnar ut data för det som en godkänd etikprövning beskriver; er institution blir då personuppgiftsansvarig och svarar för datan. Skriv aldrig personnummer här.',
  ]),
  fields: [...study, ...data, ...sharing, ...askedOfPeople],
}
