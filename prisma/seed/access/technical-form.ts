import { asks, type FormWritten } from '../../../lib/access/rules/forms-written'

/** The address of the form of technical collections. */
export const technicalForm = 'technical-collections'

/** What is asked of those who ask for scans of tissue or phantoms: little of patients is in them, so neither how they are chosen nor pseudonymized. */
export const technicalContent: FormWritten = {
  title: { en: 'Short request for a technical collection', sv: 'Kort ansökan om en teknisk samling' },
  lead: {
    en: 'For scans of tissue and phantoms without clinical records. Nothing is extracted from clinical systems. Never write personal numbers here.',
    sv: 'För bilder av vävnad och fantom utan journaluppgifter. Inget tas ut ur kliniska system. Skriv aldrig personnummer här.',
  },
  fields: [
    asks('study', 'description', ['Name of the study', 'Studiens namn'], null, { maxLength: 300 }),
    asks('aims', 'long-text', ['What the data are for', 'Vad datan ska användas till'], null, { maxLength: 3000 }),
    asks('purpose', 'data-use', [
      'Purpose, to compare with the conditions of the datasets',
      'Ändamål, att jämföra med datasetens villkor',
    ]),
    asks('kept', 'text', ['Where the data are kept', 'Var datan förvaras'], null, { maxLength: 300 }),
    asks('signatory', 'text', ['Authorised signatory', 'Behörig firmatecknare'], null, { maxLength: 200 }),
    asks('signatory-email', 'email', ['E-mail address of the signatory', 'Firmatecknarens e-postadress']),
  ],
}
