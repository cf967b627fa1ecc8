import { fact } from './fact'

/** What happens to machines: ids and codes only. `from` and `to` are weeks by their ISO names; `to` is the first that is not meant. */
export const happened = {
  machineCreated: (machineId: string, data: { slug: string; from: string; slots: number; gpus: number }) =>
    fact('machine-created', 'machine', machineId, data),
  machineEdited: (machineId: string, data: { slug: string; revision: number; fields: readonly string[] }) =>
    fact('machine-edited', 'machine', machineId, data),
  layoutSet: (machineId: string, data: { slug: string; from: string; slots: number; gpus: number }) =>
    fact('layout-set', 'machine', machineId, data),
  sheetExtended: (machineId: string, data: { slug: string; from: string; to: string }) =>
    fact('sheet-extended', 'machine', machineId, data),
} as const
