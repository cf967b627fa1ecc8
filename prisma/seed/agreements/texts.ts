type Words = { titleEn: string; titleSv: string; bodyEn: string; bodySv: string }

const markEn = '*Demonstration text. It shows how agreements work here and binds nobody.*'
const markSv = '*Demonstrationstext. Den visar hur avtal fungerar här och binder ingen.*'
const joined = (...parts: string[]) => parts.join('\n\n')

export const serviceAgreement: Words = {
  titleEn: 'Service agreement',
  titleSv: 'Tjänsteavtal',
  bodyEn: joined(
    markEn,
    '# 1. Parties and purpose',
    'The hub provides the principal investigator’s institution with storage and GPU computing for research on medical images, within the budget of the project.',
    '# 2. What the hub provides',
    '- private virtual machines with four GPUs each, lent by the week;\n- a project area that is backed up nightly;\n- help on working days between 9 and 16.',
    '# 3. What the institution answers for',
    'The institution sees to it that those whom it lets in follow the user terms, and that the list of members is confirmed each year.',
    '# 4. Interruptions',
    'Maintenance is announced two weeks ahead. Weeks that are lost to a fault of the hub are given back to the budget.',
    '# 5. Term and end',
    'The agreement is in force over the period that the hub states when it countersigns. Either party may end it with three months’ notice; the hub may end it at once after a serious breach.',
  ),
  bodySv: joined(
    markSv,
    '# 1. Parter och syfte',
    'Hubben tillhandahåller huvudansvarig forskares institution lagring och GPU-beräkning för forskning på medicinska bilder, inom projektets budget.',
    '# 2. Vad hubben tillhandahåller',
    '- privata virtuella maskiner med fyra GPU:er var, utlånade veckovis;\n- en projektyta som säkerhetskopieras varje natt;\n- hjälp vardagar mellan 9 och 16.',
    '# 3. Vad institutionen svarar för',
    'Institutionen ser till att de som den släpper in följer användarvillkoren, och att medlemslistan bekräftas varje år.',
    '# 4. Avbrott',
    'Underhåll meddelas två veckor i förväg. Veckor som går förlorade genom hubbens fel återförs till budgeten.',
    '# 5. Avtalstid och upphörande',
    'Avtalet gäller den tid som hubben anger när det kontrasigneras. Vardera parten kan säga upp det med tre månaders varsel; hubben kan säga upp det genast efter en allvarlig överträdelse.',
  ),
}

const dpa = (breach: [string, string], extra: [string, string] | null): Words => ({
  titleEn: 'Data processing agreement',
  titleSv: 'Personuppgiftsbiträdesavtal',
  bodyEn: joined(
    markEn,
    '# 1. Roles',
    'The institution is the controller of the personal data that its project brings; the hub is its processor (article 28 of the GDPR).',
    '# 2. Instructions',
    'The hub processes the data only to store it and to let the project compute on it, inside Sweden, and for no purpose of its own.',
    '# 3. Security',
    '1. Each project works in machines of its own, without open ways to the internet.\n2. Whoever logs in has proven it by a second factor.\n3. Each access is logged, and logs are kept for five years.',
    '# 4. Personal data breaches',
    breach[0],
    ...(extra ? ['# 5. Sub-processors', extra[0]] : []),
    `# ${extra ? 6 : 5}. End`,
    'When the agreement ends the hub hands the data back and erases it within thirty days, and says so in writing.',
  ),
  bodySv: joined(
    markSv,
    '# 1. Roller',
    'Institutionen är personuppgiftsansvarig för de personuppgifter som dess projekt för in; hubben är personuppgiftsbiträde (artikel 28 i dataskyddsförordningen).',
    '# 2. Instruktioner',
    'Hubben behandlar uppgifterna bara för att lagra dem och låta projektet räkna på dem, i Sverige, och inte för något eget ändamål.',
    '# 3. Säkerhet',
    '1. Varje projekt arbetar i egna maskiner, utan öppna vägar till internet.\n2. Den som loggar in har visat det med en andra faktor.\n3. All åtkomst loggas, och loggar sparas i fem år.',
    '# 4. Personuppgiftsincidenter',
    breach[1],
    ...(extra ? ['# 5. Underbiträden', extra[1]] : []),
    `# ${extra ? 6 : 5}. Upphörande`,
    'När avtalet upphör lämnar hubben tillbaka uppgifterna och raderar dem inom trettio dagar, och meddelar det skriftligt.',
  ),
})

export const dpa1 = dpa(
  [
    'The hub tells the institution of a breach without undue delay, at the latest within 48 hours.',
    'Hubben meddelar institutionen en incident utan onödigt dröjsmål, senast inom 48 timmar.',
  ],
  null,
)
export const dpa2 = dpa(
  [
    'The hub tells the institution of a breach without undue delay, at the latest within 24 hours, with what is known of its cause.',
    'Hubben meddelar institutionen en incident utan onödigt dröjsmål, senast inom 24 timmar, med vad som är känt om dess orsak.',
  ],
  [
    'The hub engages no sub-processor without the institution’s consent in writing.',
    'Hubben anlitar inget underbiträde utan institutionens skriftliga medgivande.',
  ],
)

const userTerms = (keys: [string, string], extra: [string, string] | null): Words => ({
  titleEn: 'User terms',
  titleSv: 'Användarvillkor',
  bodyEn: joined(
    markEn,
    '# 1. Your account',
    'Your account is yours alone. Nobody else may use it, and you tell the hub at once if somebody might have.',
    '# 2. Data of patients',
    'You use data only for the research that its ethics approval covers. You do not try to find out who a patient is, and you copy nothing out without a right to.',
    '# 3. Keys and passwords',
    keys[0],
    ...(extra ? ['# 4. Models', extra[0]] : []),
    `# ${extra ? 5 : 4}. When something goes wrong`,
    'You report every incident the same day, also one that you caused yourself. Who reports is thanked.',
  ),
  bodySv: joined(
    markSv,
    '# 1. Ditt konto',
    'Ditt konto är bara ditt. Ingen annan får använda det, och du säger genast till hubben om någon kan ha gjort det.',
    '# 2. Patienters uppgifter',
    'Du använder data bara för den forskning som dess etikgodkännande täcker. Du försöker inte ta reda på vem en patient är, och du kopierar inget härifrån utan rätt till det.',
    '# 3. Nycklar och lösenord',
    keys[1],
    ...(extra ? ['# 4. Modeller', extra[1]] : []),
    `# ${extra ? 5 : 4}. När något går fel`,
    'Du rapporterar varje incident samma dag, även en som du själv har orsakat. Den som rapporterar får tack.',
  ),
})

export const userTerms1 = userTerms(
  [
    'You keep your private keys where nobody else reads them.',
    'Du förvarar dina privata nycklar där ingen annan kan läsa dem.',
  ],
  null,
)
export const userTerms2 = userTerms(
  [
    'You keep your private keys on a device that only you unlock, and renew them at least every second year.',
    'Du förvarar dina privata nycklar på en enhet som bara du låser upp, och förnyar dem minst vartannat år.',
  ],
  [
    'A model that was trained on data of patients may hold traces of them. You take one out of the hub only after it has been judged there.',
    'En modell som har tränats på patienters uppgifter kan bära spår av dem. Du för ut den ur hubben först när den har bedömts där.',
  ],
)
