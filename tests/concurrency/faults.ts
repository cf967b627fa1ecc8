// Deliberate faults, each of which the audit must find. The product has no switch for them: they are made outside of it, on the way of
// its statements, in the schema of the run's own database, or in the settings of its server.
import type { Promised } from './audit'
import type { StageOptions } from './stage'

export interface Fault extends Pick<StageOptions, 'settings' | 'passing'> {
  about: string
  /** What is done to the migrated database. */
  sql: string
  /** The promise that it breaks. */
  breaks: Promised
  /** Kills of the database that it needs to show. */
  databaseKills: number
}

/** Takes the lock out of statements that read this table under one. */
const unlocking = (table: string) => (text: string) =>
  new RegExp(`\\bFROM\\s+"?(public"?\\.")?${table}\\b`, 'i').test(text)
    ? text.replace(/\bFOR (NO KEY )?UPDATE(\s+OF\s+\w+)?/gi, '')
    : text

export const faults = {
  'check-then-insert': {
    about: 'occupancy is read without a lock, and no constraint keeps a slot week to one holder',
    passing: { rewrite: unlocking('slot_week') },
    sql: 'DROP INDEX booked_week_one_holder',
    breaks: 'twice',
    databaseKills: 0,
  },
  'check-then-spend': {
    about: "the budget is read without the project's lock, and no trigger demands it at commit",
    passing: { rewrite: unlocking('project') },
    sql: `DROP TRIGGER booked_week_within_budget ON booked_week;
      DROP TRIGGER booked_week_moved_within_budget ON booked_week;
      DROP TRIGGER hold_within_budget ON hold`,
    breaks: 'budget',
    databaseKills: 0,
  },
  'commit-before-written': {
    about: 'synchronous_commit = off, wal_writer_delay = 10s, and all processes of the database killed',
    settings: { synchronous_commit: 'off', wal_writer_delay: '10s' },
    sql: '',
    breaks: 'lost',
    databaseKills: 2,
  },
} as const satisfies Record<string, Fault>

export type FaultName = keyof typeof faults
export const faultNames = Object.keys(faults) as FaultName[]
