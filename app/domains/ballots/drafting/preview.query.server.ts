import type { ReadContext } from '../../context';
import { countFollowers } from '../../notifications/index.server';
import { organisationsById } from '../../organisations/index.server';
import { publicAmong } from '../../proposals/index.server';
import { calledColumns } from '../organising/create-ballot.server';
import { rulesOf } from '../organising/frozen-rules';
import type { NewBallot } from '../organising/new-ballot-schema';
import { readTerms } from '../organising/terms';
import { sampleElectors, samplePaper, samplePapersOf } from '../rules/sample-papers';
import { tally } from '../rules/tally';
import type { TallyResult } from '../rules/outcome';
import { countedElectors } from './counted-electors.query.server';
import type { BallotDraft } from './draft-row.server';
import { inputOf } from './publish-draft.server';
import { questionsOf } from './questions';

interface PreviewedOption {
  id: string;
  label: string;
  costFen: number | null;
  groupName: string | null;
  proposalId: string | null;
}

/** What is voted on, in the order in which it will be published. */
async function optionsOf(ctx: ReadContext, input: NewBallot): Promise<PreviewedOption[]> {
  const proposals = await publicAmong(ctx, input.proposalIds);
  const isBudget = input.kind === 'budget';
  const options = [
    ...proposals.map(({ id, title }) => ({
      ...{ label: title, costFen: isBudget ? (input.costs[id] ?? null) : null, groupName: null },
      proposalId: id,
    })),
    ...input.options.map((option) => ({ ...option, proposalId: null })),
  ];
  return options.map((option, at) => ({ ...option, id: `option-${at + 1}` }));
}

/** Nothing of a ballot that has not opened. */
const notYet = {
  ...{ electorateSize: null, votedCount: 0, presentCount: null, entrustedCount: null, rollCorrections: 0 },
  ...{ drawCommitment: null, drawSecret: null },
};

/** A draft on whose steps nothing is wrong, as voters will see it, with what to ask about it, and what the rule comes to. */
export async function draftPreview(ctx: ReadContext, draft: BallotDraft) {
  const input = inputOf(ctx, draft);
  const options = await optionsOf(ctx, input);
  const columns = calledColumns(input);
  const terms = readTerms(columns.terms);
  const organisations = await organisationsById(ctx, terms.organisationIds);
  const electors = await countedElectors(ctx, draft.ballotId, { input, columns });
  return {
    electors,
    ballot: { ...columns, ...notYet, id: draft.id, state: 'scheduled', terms, options },
    organisations: [...organisations.values()].map(({ name }) => ({ name })),
    questions: questionsOf({ ...input, votes: electors.votes }, options, ctx.clock.now()),
    sample: sampleOf(columns, options),
    told: await toldOf(ctx, draft, input.areaId),
  };
}

interface Sample {
  electors: number;
  papers: number;
  result: TallyResult;
}

/** The rule, worked through with papers that nobody has cast. */
function sampleOf(columns: Parameters<typeof rulesOf>[0], options: PreviewedOption[]): Sample {
  const rules = rulesOf(columns, options, sampleElectors);
  const papers = samplePapersOf(rules);
  const seeded =
    rules.ties?.kind === 'draw' ? { ...rules, ties: { kind: 'draw' as const, seed: 'sample' } } : rules;
  const choices = Array.from({ length: papers }, (_, at) => samplePaper(rules, at));
  const { result } = tally(choices, seeded);
  return { electors: sampleElectors, papers, result };
}

/** How many hear of it at once: those who follow its area, and of a change those who follow the ballot. */
function toldOf(ctx: ReadContext, { ballotId }: BallotDraft, areaId: string): Promise<number> {
  return countFollowers(ctx, [
    { subjectKind: 'area', subjectId: areaId },
    ...(ballotId === null ? [] : [{ subjectKind: 'ballot', subjectId: ballotId }]),
  ]);
}
