/** How long what is held on persons is kept, table by table, and what ends it. */
export type Term =
  /** As long as the account; closing it takes the rows away, or what ties them to the person. */
  | { kept: 'account' }
  /** As long as the matter to which it belongs: what was public, agreed, voted or decided stays, without the name. */
  | { kept: 'matter' }
  /** Until it is answered, taken back or has run out: some job or use case of its subject removes it. */
  | { kept: 'until-done'; endedBy: string }
  /** So many days after the instant in the column; the job of retention removes the rows, some by their `key` at a time. */
  | { kept: 'days'; days: number; after: string; where?: Record<string, string>; key: 'id' | 'personId' };

const account: Term = { kept: 'account' };
const matter: Term = { kept: 'matter' };
const untilDone = (endedBy: string): Term => ({ kept: 'until-done', endedBy });
const days = (
  days: number,
  after: string,
  { where, key = 'id' }: { where?: Record<string, string>; key?: 'id' | 'personId' } = {},
): Term => ({ ...{ kept: 'days', days, after, key }, ...(where && { where }) });

/**
 * The one table of terms (PIPL 19, 47: no longer than the purpose needs). A test walks what the subjects declare as held:
 * a table without a term fails it, and so does a term without a table. Acts of office are no data on the person.
 */
export const heldTerms: Record<string, Term> = {
  AgreementParty: matter,
  AgreementAct: matter,
  AgreementAssent: matter,
  AgreementVersion: matter,
  ApiKey: untilDone('whoever administers the keys revokes it'),
  BallotPaper: untilDone('the count takes the voter from the paper'),
  CalendarLink: account,
  CallBack: matter,
  ClauseNote: matter,
  Comment: matter,
  CommentMention: matter,
  CommentVote: matter,
  Consent: account,
  ContentReport: matter,
  CouncilAuditor: matter,
  CouncilCandidate: matter,
  CountedPaper: untilDone('the job that takes voters from counted papers'),
  Elector: matter,
  Endorsement: matter,
  EntrustedVote: matter,
  Event: matter,
  Feedback: matter,
  Follow: account,
  HalfSignIn: untilDone('identity.expired, ten minutes after it was begun'),
  InboundSource: untilDone('whoever administers the sources removes it'),
  ListedElector: matter,
  Mail: days(180, 'createdAt'),
  // Asked for half an hour after the mail has gone, so that the next one keeps its distance.
  MailBundle: days(1, 'at', { key: 'personId' }),
  MailToken: untilDone('identity.expired, when the link has run out'),
  MeetingDecision: matter,
  MeetingSeat: matter,
  MutedTopic: account,
  Notification: days(730, 'createdAt'),
  OrganisationInvitation: untilDone('it is answered or taken back'),
  OrganisationMember: account,
  OwnershipOffer: untilDone('it is answered or taken back'),
  Participant: untilDone('closing the conversation takes the person away'),
  Passkey: account,
  PasskeyChallenge: untilDone('identity.expired, five minutes after it was asked'),
  PendingRegistration: untilDone('identity.expired, after 72 hours'),
  Person: account,
  PersonPrivate: account,
  PictureUpload: untilDone('files.uploads, a day after it was begun'),
  Proposal: matter,
  ProposalVersion: matter,
  QueueItem: matter,
  RecoveryCode: account,
  ResidenceVerification: days(180, 'decidedAt', { where: { state: 'refused' } }),
  RewardClaim: matter,
  RoleHeld: account,
  RoleInvitation: account,
  RollLine: matter,
  Sanction: matter,
  SavedFilter: account,
  Session: untilDone('identity.expired, after 30 days or 14 without use'),
  SigningMandate: account,
  ShiftThanks: matter,
  SignUp: matter,
  Statement: untilDone('closing the conversation takes the author away'),
  StoredFile: matter,
  Superior: account,
  VolunteerAward: account,
  VolunteerCalendar: account,
  VolunteerCertificate: account,
  VolunteerProfile: account,
};

/** So many days after a matter is over, how to reach those is kept who asked without an account: for questions and complaints. */
export const daysWithContact = 90;

/**
 * What lies sealed on people who have no account, column by column: nobody can close an account to end it. A test walks
 * the schema for sealed columns of tables that are no one's own.
 */
export const termsOfOthers: Record<string, Term> = {
  'ExternalRequest.sealedReporter': untilDone(
    `bridges.reporters, ${daysWithContact} days after the feedback ended`,
  ),
  'ExternalUpdate.sealedSender': untilDone(`bridges.reporters, ${daysWithContact} days after it came`),
  'WorkOrderCaller.sealedContact': untilDone(
    `work-orders.callers, ${daysWithContact} days after the order is closed`,
  ),
};
