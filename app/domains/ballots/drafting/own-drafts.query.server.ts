import type { ReadContext } from '../../context';
import type { PersonContext } from '../../define-subject.server';
import type { Waiting } from '../../waiting';
import { mayChangeBallot, mayCreateSomeBallot } from '../policy';
import { openFields } from './draft-row.server';
import { stepNamed } from './steps';
import type { WalkStep } from './steps';
import { ballotPaths } from '~/paths-ballots';

export interface OwnDraft {
  id: string;
  /** Empty where none was typed yet. */
  title: string;
  /** Of a ballot that is called already. */
  ballotId: string | null;
  step: WalkStep;
  /** It cannot be sent any more. */
  left: boolean;
  updatedAt: Date;
}

/** What the person writes of ballots, the newest first. */
export async function ownBallotDrafts(ctx: ReadContext, most = 50): Promise<OwnDraft[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  const rows = await ctx.database.read.ballotDraft.findMany({
    where: { createdBy: actor.personId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: most,
    include: { ballot: true },
  });
  return rows.map(({ id, ballotId, step, updatedAt, sealedFields, ballot }) => ({
    ...{ id, ballotId, updatedAt, step: stepNamed(step) ?? 'matter' },
    left: !(ballot ? mayChangeBallot(actor, ballot) : mayCreateSomeBallot(actor)).allowed,
    title: String(openFields(ctx, sealedFields).title ?? ballot?.title ?? ''),
  }));
}

/** The same as what waits for whoever began it; asked only of those who call ballots. */
export async function waitingBallotDrafts(ctx: PersonContext): Promise<Waiting[]> {
  if (!mayCreateSomeBallot(ctx.actor).allowed) return [];
  return (await ownBallotDrafts(ctx, 3)).map(({ id, title, step, left }) => ({
    ...{ ask: 'go-on-writing', id, title, until: null },
    to: left ? ballotPaths.draftLeft(id) : ballotPaths.draftStep(id, step),
  }));
}
