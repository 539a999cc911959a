import { z } from 'zod';

export const ballotKinds = ['support', 'single-choice', 'approval'] as const;
export const ballotStandings = ['consultation', 'statutory-record'] as const;
export const votingUnits = ['person', 'household'] as const;
export const percentageBases = ['votes', 'votes-without-abstentions', 'electorate'] as const;
export type BallotKind = (typeof ballotKinds)[number];

const instant = z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text));

const percent = z.coerce.number().int().min(0).max(100);
const optionalPercent = z.preprocess((value) => (value === '' ? undefined : value), percent.optional());

/** Lines of the free options field, without empty ones. */
const lines = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .pipe(z.array(z.string().max(200)).max(50));

export const newBallotSchema = z
  .object({
    title: z.string().trim().min(4).max(80),
    question: z.string().trim().min(4).max(5000),
    areaId: z.string().min(4).max(15),
    kind: z.enum(ballotKinds),
    standing: z.enum(ballotStandings),
    unit: z.enum(votingUnits),
    secret: z.enum(['secret', 'open']),
    minimumAge: z.coerce.number().int().min(0).max(100),
    maximumChoices: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z.coerce.number().int().min(1).max(50).optional(),
    ),
    quorumPercent: optionalPercent,
    thresholdPercent: percent,
    percentageBase: z.enum(percentageBases),
    opensAt: instant,
    closesAt: instant,
    proposalIds: z.preprocess(
      (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().max(26)).max(50),
    ),
    options: lines,
  })
  .refine((ballot) => ballot.closesAt > ballot.opensAt, {
    path: ['closesAt'],
    message: 'closes-before-opens',
  })
  .refine(
    (ballot) => ballot.proposalIds.length + ballot.options.length >= (ballot.kind === 'support' ? 1 : 2),
    {
      path: ['options'],
      message: 'too-few-options',
    },
  )
  .refine((ballot) => new Set(ballot.options).size === ballot.options.length, {
    path: ['options'],
    message: 'options-repeated',
  });
export type NewBallot = z.output<typeof newBallotSchema>;

export const cancelBallotSchema = z.object({ reason: z.string().trim().min(4).max(500) });
