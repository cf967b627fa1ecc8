import { listMachines, makeMachine } from '@/app/api/operations/compute-machines'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listMachines, makeMachine)
