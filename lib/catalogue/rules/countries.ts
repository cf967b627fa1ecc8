/** Officially assigned codes of ISO 3166-1 alpha-2. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
export const countryCodes: ReadonlySet<string> = new Set(codes.split(' '))

// Codes in daily use that ISO 3166-1 reserves or does not know.
const otherCodes: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', USA: 'US', SWE: 'SE' }

const names = new Map(
  ['en', 'sv'].flatMap((language) => {
    const display = new Intl.DisplayNames([language], { type: 'region' })
    return codes.split(' ').map((code): [string, string] => [(display.of(code) ?? code).toLocaleLowerCase('sv'), code])
  }),
)

/** The alpha-2 code for a code in any letter case or an English or Swedish name; else null. */
export function normaliseCountry(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (countryCodes.has(code)) return code
  const other = Object.hasOwn(otherCodes, code) ? otherCodes[code] : undefined
  return other ?? names.get(text.trim().toLocaleLowerCase('sv')) ?? null
}

/** The country's name in the reader's language; the code itself when it is none. */
export function countryName(code: string, language: 'en' | 'sv'): string {
  return countryCodes.has(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code) : code
}
