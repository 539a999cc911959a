/** Every URL of the portal, written once. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  register: '/register',
  confirm: (token: string) => `/confirm/${token}`,
  forgottenPassword: '/forgotten-password',
  resetPassword: (token: string) => `/reset-password/${token}`,
  demoSignIn: '/demo-sign-in',
  preferences: '/preferences',
  account: '/account',
  residence: '/account/residence',
  devices: '/account/devices',
  password: '/account/password',
  ownData: '/account/own-data.json',
  actFor: '/account/act-for',
  inbox: '/inbox',
  mailbox: '/mailbox',
  follow: '/follow',
  report: '/report',
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  areas: '/areas',
  area: (id: string) => `/areas/${id}`,
  organisations: '/organisations',
  newOrganisation: '/organisations/new',
  organisation: (id: string) => `/organisations/${id}`,
  proposals: '/proposals',
  newProposal: '/proposals/new',
  proposal: (id: string) => `/proposals/${id}`,
  editProposal: (id: string) => `/proposals/${id}/edit`,
  proposalVersions: (id: string) => `/proposals/${id}/versions`,
  commentVersions: (id: string) => `/comments/${id}/versions`,
  summaryVersions: (kind: string, id: string) => `/discussions/${kind}/${id}/summary`,
  feedback: '/feedback',
  newFeedback: '/feedback/new',
  feedbackItem: (id: string) => `/feedback/${id}`,
  ballots: '/ballots',
  newBallot: '/ballots/new',
  ballot: (id: string) => `/ballots/${id}`,
  ballotPapers: (id: string) => `/ballots/${id}/papers.csv`,
  volunteering: '/volunteering',
  newOpportunity: '/volunteering/new',
  opportunity: (id: string) => `/volunteering/${id}`,
  myVolunteering: '/volunteering/mine',
  agreements: '/agreements',
  newAgreement: '/agreements/new',
  agreement: (id: string) => `/agreements/${id}`,
  editAgreement: (id: string) => `/agreements/${id}/edit`,
  printAgreement: (id: string) => `/agreements/${id}/print`,
  workOrders: '/work-orders',
  newWorkOrder: '/work-orders/new',
  workOrder: (id: string) => `/work-orders/${id}`,
  callBack: (id: string) => `/work-orders/${id}/call-back`,
  moderation: '/moderation',
  moderationLog: '/moderation/log',
  residenceCheck: (id: string) => `/moderation/residence/${id}`,
  file: (id: string) => `/files/${id}`,
  files: '/files',
  markdownPreview: '/markdown-preview',
  search: '/search',
} as const;

const subjectPages: Record<string, (id: string) => string> = {
  proposal: paths.proposal,
  feedback: paths.feedbackItem,
  ballot: paths.ballot,
  opportunity: paths.opportunity,
  agreement: paths.agreement,
  'work-order': paths.workOrder,
  organisation: paths.organisation,
  area: paths.area,
};

/** The page of a thing, by its kind; the home page for kinds without one. */
export function pathOfSubject(kind: string, id: string): string {
  return subjectPages[kind]?.(id) ?? paths.home;
}

/** One comment in its thread, on the page of its matter. */
export function pathOfComment(
  subject: { kind: string; id: string },
  threadId: string,
  commentId = threadId,
): string {
  return `${pathOfSubject(subject.kind, subject.id)}?thread=${threadId}#comment-${commentId}`;
}
