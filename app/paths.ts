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
  offeredAreas: '/areas/offered.json',
  area: (id: string) => `/areas/${id}`,
  organisations: '/organisations',
  newOrganisation: '/organisations/new',
  organisation: (id: string) => `/organisations/${id}`,
  editOrganisation: (id: string) => `/organisations/${id}/edit`,
  proposals: '/proposals',
  newProposal: '/proposals/new',
  autosaveProposal: '/proposals/autosave',
  proposal: (id: string) => `/proposals/${id}`,
  editProposal: (id: string) => `/proposals/${id}/edit`,
  proposalVersions: (id: string) => `/proposals/${id}/versions`,
  commentVersions: (id: string) => `/comments/${id}/versions`,
  summaryVersions: (kind: string, id: string) => `/discussions/${kind}/${id}/summary`,
  feedback: '/feedback',
  newFeedback: '/feedback/new',
  feedbackItem: (id: string) => `/feedback/${id}`,
  conversations: '/conversations',
  newConversation: '/conversations/new',
  conversation: (id: string) => `/conversations/${id}`,
  conversationStatements: (id: string) => `/conversations/${id}/statements`,
  conversationReport: (id: string) => `/conversations/${id}/report`,
  conversationVotes: (id: string) => `/conversations/${id}/participants-votes.csv`,
  conversationComments: (id: string) => `/conversations/${id}/comments.csv`,
  similarStatements: (id: string) => `/conversations/${id}/similar`,
  statement: (id: string) => `/statements/${id}`,
  ballots: '/ballots',
  newBallot: '/ballots/new',
  ballot: (id: string) => `/ballots/${id}`,
  importBallot: '/ballots/import',
  ballotPapers: (id: string) => `/ballots/${id}/papers.csv`,
  ballotPaperList: (id: string) => `/ballots/${id}/papers`,
  ballotRecord: (id: string) => `/ballots/${id}/record.json`,
  ballotPb: (id: string) => `/ballots/${id}/ballot.pb`,
  ballotCount: (id: string, step?: number) =>
    `/ballots/${id}/count${step === undefined ? '' : `?step=${step}`}`,
  ballotTurnout: (id: string) => `/ballots/${id}/turnout`,
  ballotCounter: (id: string, personId?: string) =>
    `/ballots/${id}/counter${personId === undefined ? '' : `?person=${personId}`}`,
  ballotRoll: (id: string) => `/ballots/${id}/roll`,
  ballotSheets: (id: string) => `/ballots/${id}/sheets`,
  volunteering: '/volunteering',
  newOpportunity: '/volunteering/new',
  opportunity: (id: string) => `/volunteering/${id}`,
  myVolunteering: '/volunteering/mine',
  agreements: '/agreements',
  newAgreement: '/agreements/new',
  agreement: (id: string) => `/agreements/${id}`,
  editAgreement: (id: string) => `/agreements/${id}/edit`,
  agreementSignedText: (id: string) => `/agreements/${id}/signed-text.json`,
  printAgreement: (id: string) => `/agreements/${id}/print`,
  meetings: '/meetings',
  newMeeting: '/meetings/new',
  meeting: (id: string) => `/meetings/${id}`,
  workOrders: '/work-orders',
  newWorkOrder: '/work-orders/new',
  workOrder: (id: string) => `/work-orders/${id}`,
  linkToOrder: (id: string) => `/work-orders/${id}/link`,
  orderContact: (id: string) => `/work-orders/${id}/contact`,
  callBack: (id: string) => `/work-orders/${id}/call-back`,
  responsibilities: '/responsibilities',
  newResponsibility: '/responsibilities/new',
  responsibility: (key: string) => `/responsibilities/entry?key=${encodeURIComponent(key)}`,
  responsibilityGaps: '/responsibilities/gaps',
  importResponsibilities: '/responsibilities/import',
  responsibilitiesCsv: '/responsibilities/list.csv',
  workbench: '/workbench',
  workbenchOrder: (id: string, search = '') => `/workbench?${search === '' ? '' : `${search}&`}order=${id}`,
  orderSheet: (id: string) => `/workbench/sheet/${id}`,
  responseTemplates: '/workbench/templates',
  mergeOrder: (id: string) => `/workbench/merge/${id}`,
  deadlineSettings: '/work-orders/deadlines',
  editArea: (id: string) => `/areas/${id}/edit`,
  statistics: '/statistics',
  statisticsCsv: '/statistics.csv',
  statisticsOrders: '/statistics/orders',
  statisticsFormula: '/statistics/formula',
  statisticsExclusions: '/statistics/exclusions',
  targets: '/targets',
  newTarget: '/targets/new',
  target: (id: string) => `/targets/${id}`,
  moderation: '/moderation',
  moderationLog: '/moderation/log',
  roles: '/moderation/roles',
  residenceCheck: (id: string) => `/moderation/residence/${id}`,
  file: (id: string) => `/files/${id}`,
  files: '/files',
  markdownPreview: '/markdown-preview',
  search: '/search',
  similar: '/similar',
  bridges: '/bridges',
  apiKeys: '/bridges/keys',
  webhooks: '/bridges/webhooks',
  webhook: (id: string) => `/bridges/webhooks/${id}`,
  inboundSources: '/bridges/inbound',
  inboundSource: (id: string) => `/bridges/inbound/${id}`,
  open311Targets: '/bridges/targets',
  open311Target: (id: string) => `/bridges/targets/${id}`,
  orderExchange: '/bridges/exchange',
  orderExport: '/bridges/exchange.csv',
  open311: '/open311/v2/',
  inboundHook: (id: string) => `/hooks/${id}`,
  orderMap: '/work-orders/map',
  embeddedOrders: '/embed/work-orders',
  ordersFeed: '/feeds/work-orders.atom',
  calendarLink: '/account/calendar',
  calendar: (token: string) => `/calendar/${token}/deadlines.ics`,
} as const;

/** Called by programs from no page: each call carries a token, key or signature, and its cookies are not looked at. */
const calledByPrograms = ['/unsubscribe/', '/open311/', '/hooks/'];

/** The one list of addresses to which what changes may be posted from elsewhere. */
export function isCalledByPrograms(path: string): boolean {
  return calledByPrograms.some((start) => path.startsWith(start));
}

/** The page of each kind: what browsers need to know of the subjects. A manifest (`domains/<subject>/subject.ts`) names its kinds by these. */
const subjectPages = {
  proposal: paths.proposal,
  feedback: paths.feedbackItem,
  conversation: paths.conversation,
  statement: paths.statement,
  ballot: paths.ballot,
  opportunity: paths.opportunity,
  agreement: paths.agreement,
  meeting: paths.meeting,
  'work-order': paths.workOrder,
  organisation: paths.organisation,
  area: paths.area,
  target: paths.target,
  statistics: (id) => `${paths.statisticsFormula}/${id}`,
  responsibility: () => paths.responsibilities,
  deadlines: () => paths.deadlineSettings,
  person: () => paths.account,
  residence: paths.residenceCheck,
  comment: () => paths.moderation,
  'api-key': () => paths.apiKeys,
  'webhook-endpoint': paths.webhook,
  'inbound-source': paths.inboundSource,
  'open311-target': paths.open311Target,
  'order-import': () => paths.orderExchange,
} as const satisfies Record<string, (id: string) => string>;

export type SubjectKind = keyof typeof subjectPages;

/** The page of a thing, by its kind; the home page for kinds without one. */
export function pathOfSubject(kind: string, id: string): string {
  return isSubjectKind(kind) ? subjectPages[kind](id) : paths.home;
}

export function isSubjectKind(kind: string): kind is SubjectKind {
  return Object.hasOwn(subjectPages, kind);
}

/** Every kind of subject that has a page. */
export const kindsWithPage: readonly string[] = Object.keys(subjectPages);

/** One comment in its thread, on the page of its matter. */
export function pathOfComment(
  subject: { kind: string; id: string },
  threadId: string,
  commentId = threadId,
): string {
  return `${pathOfSubject(subject.kind, subject.id)}?thread=${threadId}#comment-${commentId}`;
}
