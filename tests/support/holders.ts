import { type Holder, mfa } from './oidc'

/** Who can sign in at the stand-in organisation of the journeys. */
export const holders: Record<string, Holder> = {
  'olle-1': {
    name: 'Olle Organisation',
    claims: {
      name: 'Olle Organisation',
      email: 'olle@uni.example',
      eduperson_orcid: 'https://orcid.org/0000-0002-1825-0097',
      voperson_external_affiliation: ['faculty@uni.example'],
      eduperson_assurance: ['https://refeds.org/assurance/IAP/medium'],
      schac_home_organization: 'uni.example',
    },
  },
  'mia-1': { name: 'Mia Multifactor', acr: mfa, claims: { name: 'Mia Multifactor', email: 'mia@uni.example' } },
  'clash-1': { name: 'Clara Clash', claims: { name: 'Clara Clash', email: 'dana@demo.invalid' } },
}
