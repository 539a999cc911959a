import { agreementPage } from '../agreements/index.server';
import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { proposalPage } from '../proposals/index.server';

/** Throws `not-found` or `forbidden` unless the actor may read the matter on which a discussion hangs. */
export async function ensureMatterReadable(
  ctx: ReadContext,
  matter: { kind: string; id: string },
): Promise<void> {
  if (matter.kind === 'proposal') await proposalPage(ctx, matter.id);
  else if (matter.kind === 'agreement') await agreementPage(ctx, matter.id);
  else throw new DomainError('not-found');
}
