import { z } from 'zod';

export const ballotKinds = ['support', 'single-choice', 'approval', 'ranking', 'score', 'budget'] as const;
export const ballotStandings = ['consultation', 'statutory-record'] as const;
export const votingUnits = ['person', 'household'] as const;
export const percentageBases = ['votes', 'votes-without-abstentions', 'electorate'] as const;
export const ballotStates = ['scheduled', 'open', 'counting', 'closed', 'cancelled'] as const;
export const electorateKinds = ['residents', 'organisations', 'list'] as const;
export type BallotKind = (typeof ballotKinds)[number];
export type BallotState = (typeof ballotStates)[number];
export type ElectorateKind = (typeof electorateKinds)[number];

const reason = z.string().trim().min(4).max(500);

export const cancelBallotSchema = z.object({ reason });

export const extendBallotSchema = z.object({
  closesAt: z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text)),
  reason,
});
