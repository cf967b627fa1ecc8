import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { duoTermList, matchDataUse } from '@/lib/access/queries/duo'
import { verdicts, whys } from '@/lib/access/rules/duo-reason'
import { MatchDataUse } from '@/lib/access/schema/duo'
import { stateDataUse } from '@/lib/catalogue/commands/state-data-use'
import { statedDataUse } from '@/lib/catalogue/queries/stated-data-use'
import { DataUse } from '@/lib/catalogue/schema/data-use'
import { DatasetAddress } from '@/lib/catalogue/schema/pages'
import { StateDataUse } from '@/lib/catalogue/schema/state-data-use'
import { moment } from './identity-answers'

const tag = 'Data use'
const term = z.string().meta({ example: 'DUO:0000042' })
const both = z.object({ en: z.string(), sv: z.string() })

export const listDuo = operation({
  id: 'listDataUseTerms',
  method: 'get',
  path: '/api/v1/duo',
  summary: 'The terms of the Data Use Ontology that datasets may carry, with what each asks for, in plain words',
  tag,
  scope: null,
  answer: z.object({
    items: z.array(
      z.object({
        term,
        code: z.string(),
        label: z.string().meta({ description: 'As the ontology has it' }),
        kind: z.enum(['permission', 'modifier']),
        within: term.nullable().meta({ description: 'The permission that this one is a narrower case of' }),
        asks: z.enum(['nothing', 'diseases', 'countries', 'institutions', 'months', 'day', 'words']),
        words: both,
        url: z.string(),
      }),
    ),
  }),
  door: duoTermList,
  render: (items: unknown) => ({ items }),
})

export const matchDuo = operation({
  id: 'matchDataUse',
  method: 'get',
  path: '/api/v1/duo/match',
  summary: 'Whether datasets may be used for a purpose, as far as both are stated, with every reason',
  description:
    'Advice for people who decide; it never decides. `needs-a-person`: what is stated does not settle it, or somebody must judge it in any case.',
  tag,
  scope: null,
  query: MatchDataUse,
  answer: z.object({
    terms: z.array(term).meta({ description: 'The purpose in terms of the ontology' }),
    datasets: z.array(
      z.object({
        dataset: z.string(),
        conditions: DataUse.nullable().meta({ description: 'Null: nothing is stated' }),
        verdict: z.enum(verdicts),
        reasons: z.array(
          z.object({
            verdict: z.enum(verdicts),
            term: term.nullable(),
            why: z.enum(whys),
            values: z.array(z.string()),
            words: both,
          }),
        ),
      }),
    ),
  }),
  door: matchDataUse,
})

const stated = '/api/v1/stewardship/datasets/{slug}/data-use'
const ordinal = z.int().min(1)

export const readDataUse = operation({
  id: 'readDataUse',
  method: 'get',
  path: stated,
  summary: 'For what a dataset may be used: every statement, the governing one first',
  tag,
  scope: 'catalogue:read',
  params: DatasetAddress,
  answer: z.object({
    slug: z.string(),
    suggested: z.array(z.string()).meta({ description: 'What the register suggests; not a statement' }),
    statements: z.array(
      z.object({
        ordinal,
        conditions: DataUse,
        basis: z.string().meta({ description: 'Why, or where it is written' }),
        at: moment,
        by: z.string().nullable(),
      }),
    ),
  }),
  door: statedDataUse,
  render: ({ slug, suggested, statements }: { slug: string; suggested: unknown; statements: unknown }) => ({
    slug,
    suggested,
    statements,
  }),
})

export const sayDataUse = operation({
  id: 'stateDataUse',
  method: 'post',
  path: stated,
  summary: 'State for what a dataset may be used, from now on and for all its versions',
  tag,
  scope: 'catalogue:write',
  params: DatasetAddress,
  body: StateDataUse.omit({ slug: true }).meta({
    example: {
      expectedOrdinal: 0,
      conditions: [{ term: 'DUO:0000006' }, { term: 'DUO:0000022', values: ['EEA'] }],
      basis: 'Ethics approval 2024-01234-01',
    },
  }),
  answer: z.object({ slug: z.string(), ordinal }),
  status: 201,
  door: stateDataUse,
  location: ({ slug }: { slug: string }) => `/api/v1/stewardship/datasets/${slug}/data-use`,
})

export const dataUseOperations = [listDuo, matchDuo, readDataUse, sayDataUse]
