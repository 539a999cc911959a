import { z } from 'zod';
import type { Choice } from '../rules/kinds';

const place = z.number().int().min(0).max(999);

/** A choice as it waits in a visitor's cookie: options by their place, so that a hundred of them fit into 4 kB. */
const keptSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('support'),
    answers: z.array(z.tuple([place, z.enum(['yes', 'no', 'abstain'])])),
  }),
  z.object({ kind: z.literal('single-choice'), option: place.nullable() }),
  z.object({ kind: z.literal('approval'), options: z.array(place) }),
  z.object({ kind: z.literal('ranking'), ranks: z.array(z.array(place)) }),
  z.object({ kind: z.literal('score'), scores: z.array(z.tuple([place, z.number()])) }),
  z.object({
    kind: z.literal('budget'),
    projects: z.array(place),
    points: z.array(z.string().max(12)).optional(),
  }),
]);
export type KeptChoice = z.output<typeof keptSchema>;

/** Packs a choice; options that the ballot does not have are dropped. */
export function packChoice(choice: Choice, options: string[]): KeptChoice {
  const places = new Map(options.map((id, index) => [id, index]));
  const packed = (ids: string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const pairs = <Value>(record: Record<string, Value>) =>
    Object.entries(record).flatMap(([id, value]): [number, Value][] => {
      const at = places.get(id);
      return at === undefined ? [] : [[at, value]];
    });
  switch (choice.kind) {
    case 'support':
      return { kind: choice.kind, answers: pairs(choice.answers) };
    case 'single-choice':
      return { kind: choice.kind, option: packed(choice.option === null ? [] : [choice.option])[0] ?? null };
    case 'approval':
      return { kind: choice.kind, options: packed(choice.options) };
    case 'ranking':
      return { kind: choice.kind, ranks: choice.ranks.map(packed) };
    case 'score':
      return { kind: choice.kind, scores: pairs(choice.scores) };
    case 'budget':
      return packedBudget(choice, places);
  }
}

/** The choice that was packed, or null for anything else: a cookie may hold what its owner likes. */
export function unpackChoice(kept: unknown, options: string[]): Choice | null {
  const parsed = keptSchema.safeParse(kept);
  if (!parsed.success) return null;
  const choice = parsed.data;
  const named = (places: number[]) => places.flatMap((at) => options[at] ?? []);
  const record = <Value>(pairs: [number, Value][]): Record<string, Value> =>
    Object.fromEntries(pairs.flatMap(([at, value]) => named([at]).map((id) => [id, value])));
  switch (choice.kind) {
    case 'support':
      return { kind: choice.kind, answers: record(choice.answers) };
    case 'single-choice':
      return { kind: choice.kind, option: named(choice.option === null ? [] : [choice.option])[0] ?? null };
    case 'approval':
      return { kind: choice.kind, options: named(choice.options) };
    case 'ranking':
      return { kind: choice.kind, ranks: choice.ranks.map(named) };
    case 'score':
      return { kind: choice.kind, scores: record(choice.scores) };
    case 'budget':
      return unpackedBudget(choice, options);
  }
}

type Budget<Choice> = Extract<Choice, { kind: 'budget' }>;

function packedBudget(choice: Budget<Choice>, places: ReadonlyMap<string, number>): Budget<KeptChoice> {
  const { kind, projects, points } = choice;
  const known = projects.flatMap((id, index) => {
    const at = places.get(id);
    return at === undefined ? [] : [{ at, points: points?.[index]?.slice(0, 12) ?? '' }];
  });
  return {
    ...{ kind, projects: known.map(({ at }) => at) },
    ...(points ? { points: known.map((one) => one.points) } : {}),
  };
}

function unpackedBudget(kept: Budget<KeptChoice>, options: string[]): Budget<Choice> {
  const { kind, projects, points } = kept;
  const known = projects.flatMap((at, index) => {
    const id = options[at];
    return id === undefined ? [] : [{ id, points: points?.[index] ?? '' }];
  });
  return {
    ...{ kind, projects: known.map(({ id }) => id) },
    ...(points ? { points: known.map((one) => one.points) } : {}),
  };
}
