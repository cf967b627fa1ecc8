import type { Messages } from '@/lib/platform/messages'

/** The words for kinds of project, authorities and states. */
export const messages = {
  en: {
    'projects.kind.project': 'Project',
    'projects.kind.fellowship': 'Fellowship',
    'projects.kind.network-partner': 'Network partner',
    'projects.kind.clinical-evaluation': 'Clinical evaluation',
    'projects.kind.data-access': 'Data access only',
    'projects.authority.book-compute': 'Book compute',
    'projects.authority.manage-members': 'Manage members',
    'projects.authority.request-data': 'Request data',
    'projects.authority.manage-ethics': 'Manage ethics approvals',
    'projects.authority.manage-storage': 'Manage storage and network',
    'projects.authority.delegate': 'Delegate onward',
    'projects.stage.thirty-days': 'thirty days before',
    'projects.stage.seven-days': 'a week before',
    'projects.stage.overdue': 'overdue',
  },
  sv: {
    'projects.kind.project': 'Projekt',
    'projects.kind.fellowship': 'Fellowship',
    'projects.kind.network-partner': 'Nätverkspartner',
    'projects.kind.clinical-evaluation': 'Klinisk utvärdering',
    'projects.kind.data-access': 'Endast dataåtkomst',
    'projects.authority.book-compute': 'Boka beräkning',
    'projects.authority.manage-members': 'Hantera medlemmar',
    'projects.authority.request-data': 'Ansöka om data',
    'projects.authority.manage-ethics': 'Hantera etikgodkännanden',
    'projects.authority.manage-storage': 'Hantera lagring och nätverk',
    'projects.authority.delegate': 'Delegera vidare',
    'projects.stage.thirty-days': 'trettio dagar före',
    'projects.stage.seven-days': 'en vecka före',
    'projects.stage.overdue': 'försenad',
  },
} as const satisfies Messages
