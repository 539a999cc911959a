import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { loadCouncil, readQuotas } from '../load-council.server';
import { mayReadQuotas } from '../policy';
import { quotasFile } from '../rules/publishing/council-files';

const number = /^\d{1,3}$/;

function drawOf<Column extends 'listText' | 'quotas' | 'commitments'>(
  ctx: ReadContext,
  { councilId, draw }: DrawAsked,
  column: Column,
) {
  if (!number.test(draw)) throw new DomainError('not-found');
  return ctx.database.read.councilDraw.findUnique({
    where: { councilId_number: { councilId, number: Number(draw) } },
    select: { [column]: true } as Record<Column, true>,
  });
}

export interface DrawAsked {
  councilId: string;
  draw: string;
}

/** The list as it was published, byte for byte: `sha256sum` of the file is its fingerprint. Throws `not-found`. */
export async function publishedList(ctx: ReadContext, asked: DrawAsked): Promise<string> {
  const draw = await drawOf(ctx, asked, 'listText');
  if (!draw) throw new DomainError('not-found');
  return draw.listText;
}

/**
 * The quotas to which each panel of the list keeps, as `gongzhi draw` reads them; of draw 0 those that hold now. Those of
 * a replacement are for auditors. Throws `not-found` or `forbidden`.
 */
export async function publishedQuotas(ctx: ReadContext, asked: DrawAsked): Promise<string> {
  const council = await loadCouncil(ctx, asked.councilId);
  if (asked.draw === '0') return quotasFile(readQuotas(council.quotas));
  const draw = await drawOf(ctx, asked, 'quotas');
  if (!draw) throw new DomainError('not-found');
  ensure(mayReadQuotas(ctx.actor, council, Number(asked.draw)));
  return quotasFile(readQuotas(draw.quotas));
}

/** Number and commitment of each person on the list. */
export async function publishedCommitments(ctx: ReadContext, asked: DrawAsked): Promise<string> {
  const draw = await drawOf(ctx, asked, 'commitments');
  if (!draw) throw new DomainError('not-found');
  return draw.commitments;
}
