import { randomBytes } from 'node:crypto';
import { personOf } from '../person-of';
import type { Context, ReadContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { ensureArea } from '../territory/index.server';
import { councilLifecycle } from './lifecycle';
import { tellOfCouncil } from './load-council.server';
import { mayFound } from './policy';
import { parseQuotas } from './rules/parse-quotas';
import type { Quota } from './rules/council';
import { mostInList } from './schema';
import type { CouncilInput } from './schema';
import { endOfDay } from '~/lib/time/days';
import { sha256 } from '~/lib/sha256';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const furthestDays = 3653;
const day = 24 * 3600_000;

/** Reads typed quotas. Throws `invalid` at the field, with the line that is wrong. */
export function quotasTyped(text: string, seats: number): Quota[] {
  const read = parseQuotas(text, seats);
  if (!('fault' in read)) return read;
  const { fault, line, word } = read;
  throw new DomainError('invalid', {
    field: 'quotas',
    reason: `councils.quotas-${fault}`,
    params: { line, word },
  });
}

/** The last instants of both days. Throws `invalid` at the field: to come, one after the other, within ten years. */
function daysTyped(
  { clock, configuration }: ReadContext,
  input: Pick<CouncilInput, 'volunteersUntil' | 'termUntil'>,
): { volunteersUntil: Date; termUntil: Date } {
  const now = clock.now();
  const read = (field: 'volunteersUntil' | 'termUntil', after: Date, reason: string) => {
    const end = endOfDay(input[field], configuration.timeZone);
    if (!end || end <= after) throw new DomainError('invalid', { field, reason: `councils.${reason}` });
    if (Number(end) - Number(now) > furthestDays * day)
      throw new DomainError('invalid', { field, reason: 'councils.too-far' });
    return end;
  };
  const volunteersUntil = read('volunteersUntil', now, 'in-the-past');
  return { volunteersUntil, termUntil: read('termUntil', volunteersUntil, 'term-too-early') };
}

/** What of the typed stands in the row alike. */
export function columnsTyped(ctx: ReadContext, input: Omit<CouncilInput, 'areaId'>) {
  const { title, purpose, seats, onePerHousehold, panels } = input;
  if (seats * panels > mostInList)
    throw new DomainError('invalid', {
      field: 'panels',
      reason: 'councils.list-too-long',
      params: { most: Math.floor(mostInList / seats) },
    });
  return {
    ...{ title, purpose, seats, onePerHousehold, panels },
    ...daysTyped(ctx, input),
    purposeHtml: renderMarkdown(purpose),
    quotas: JSON.stringify(quotasTyped(input.quotas, seats)),
  };
}

/**
 * Founds a council, open to everyone from the first day on; answers its id. Its secret is made here and its SHA-256
 * published: it mixes with each seed by which residents are invited. Throws `forbidden`, or `invalid` at the field.
 */
export async function foundCouncil(ctx: Context, input: CouncilInput): Promise<string> {
  const { areaId } = input;
  ensure(mayFound(ctx.actor, areaId));
  const personId = personOf(ctx);
  const columns = columnsTyped(ctx, input);
  const secret = randomBytes(32).toString('hex');
  const now = ctx.clock.now();
  return doOnce(ctx, 'council.found', async (ctx) => {
    await ensureArea(ctx, areaId);
    const id = newId(now);
    await ctx.prisma.council.create({
      data: {
        ...columns,
        ...{ id, areaId, state: councilLifecycle.initial, createdBy: personId, createdAt: now },
        sealedSecret: ctx.keys.seal(secret),
        secretCommitment: sha256(secret),
      },
    });
    const council = { id, areaId, title: input.title };
    await tellOfCouncil(ctx, { council, type: 'council.founded', publicData: { seats: input.seats } });
    return id;
  });
}
