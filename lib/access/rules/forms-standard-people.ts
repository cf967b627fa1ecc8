import { asks, choice, type FieldWritten } from './forms-written'

/** Who asks, who answers for it, and who pays: without a signatory and a competent researcher at the institution a request is refused. */
export const askedOfPeople: readonly FieldWritten[] = [
  asks('the-people', 'header', ['Who asks', 'Vilka som ansöker']),
  asks(
    'institution',
    'text',
    ['Institution', 'Institution'],
    ['It becomes controller of the data.', 'Den blir personuppgiftsansvarig för datan.'],
    {
      maxLength: 200,
    },
  ),
  asks('department', 'text', ['Department', 'Avdelning'], null, { maxLength: 200 }),
  asks('country', 'text', ['Country', 'Land'], null, { maxLength: 100 }),
  asks(
    'field-activity',
    'long-text',
    ['What the institution does in the field', 'Vad institutionen gör inom området'],
    ['It must be convincingly active in it.', 'Den måste övertygande vara verksam inom det.'],
    {
      maxLength: 3000,
    },
  ),
  asks(
    'researcher',
    'text',
    ['Competent researcher', 'Kompetent forskare'],
    [
      'Supervises the work, with a doctoral degree or higher in the field, at this institution.',
      'Leder arbetet, med doktorsexamen eller högre inom området, vid den här institutionen.',
    ],
    {
      maxLength: 200,
    },
  ),
  asks('researcher-degree', 'option', ['Title', 'Titel'], null, {
    options: [
      choice('doctor', 'Doctor (PhD)', 'Doktor'),
      choice('docent', 'Associate professor (docent)', 'Docent'),
      choice('professor', 'Professor', 'Professor'),
      choice('other', 'Other', 'Annan'),
    ],
  }),
  asks('researcher-title', 'text', ['Which title', 'Vilken titel'], null, {
    maxLength: 200,
    visibleIf: { field: 'researcher-degree', options: ['other'] },
  }),
  asks('researcher-email', 'email', ['E-mail address of the researcher', 'Forskarens e-postadress']),
  asks('researcher-phone', 'phone', ['Telephone number of the researcher', 'Forskarens telefonnummer'], null, {
    optional: true,
  }),
  asks(
    'signatory',
    'text',
    ['Authorised signatory', 'Behörig firmatecknare'],
    [
      'May sign for the institution, such as its head of department.',
      'Får underteckna för institutionen, till exempel dess prefekt.',
    ],
    {
      maxLength: 200,
    },
  ),
  asks('signatory-title', 'text', ['Title of the signatory', 'Firmatecknarens titel'], null, { maxLength: 200 }),
  asks('signatory-email', 'email', ['E-mail address of the signatory', 'Firmatecknarens e-postadress']),
  asks('cost', 'header', ['The cost', 'Kostnaden']),
  asks(
    'payer',
    'option',
    ['Who covers the cost of extraction?', 'Vem täcker kostnaden för uttaget?'],
    [
      'Somebody must have agreed to it before data are extracted from clinical systems. Datasets that the hub holds already cost nothing to extract.',
      'Någon måste ha gått med på det innan data tas ut ur kliniska system. Dataset som hubben redan har kostar inget att ta ut.',
    ],
    {
      options: [
        choice('institution', 'Our institution', 'Vår institution'),
        choice('funder', 'A funder', 'En finansiär'),
        choice('nothing', 'Nothing is extracted', 'Inget tas ut'),
      ],
    },
  ),
  asks('invoice', 'long-text', ['Invoice address and reference', 'Fakturaadress och referens'], null, {
    maxLength: 1000,
    visibleIf: { field: 'payer', options: ['institution', 'funder'] },
  }),
  asks('needed-from', 'date', ['From when the data are needed', 'Från när datan behövs'], null, { optional: true }),
]
