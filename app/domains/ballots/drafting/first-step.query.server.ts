import type { ReadContext } from '../../context';
import { proposalCards } from '../../proposals/index.server';
import { mayCreateBallot } from '../policy';
import { copiedFields } from './copied-fields.query.server';
import { stepFaults } from './draft-faults.query.server';
import type { DraftFault } from './draft-faults.query.server';
import { draftOf, drafter } from './draft-row.server';
import { typedWith } from './keep-step.server';
import { initialFields } from './steps';
import type { FieldValues } from '~/lib/form-state';
import { cutText } from '~/lib/texts/cut-text';

/** What the form of a new ballot is asked to begin with. */
export interface BeginsWith {
  proposals: readonly string[];
  /** An older ballot. */
  copied: string | null;
  area: string | null;
}

const mostCharacters = 80;

/** What the first step of a new ballot holds before anything is typed. Throws `forbidden` where the actor calls none. */
export async function firstFields(ctx: ReadContext, begins: BeginsWith): Promise<FieldValues> {
  drafter(ctx);
  const { copied, area } = begins;
  const before = copied === null ? {} : await copiedFields(ctx, copied);
  const asked = begins.proposals.slice(0, 100);
  const cards = asked.length === 0 ? [] : await proposalCards(ctx, asked);
  const ready = cards.filter(({ state }) => state === 'review');
  const areaId = area ?? ready[0]?.areaId;
  return {
    ...{ ...initialFields, ...before },
    ...(areaId !== undefined && mayCreateBallot(ctx.actor, areaId).allowed && { areaId }),
    ...(ready.length === 1 && { title: cutText(ready[0]?.title ?? '', mostCharacters) }),
    ...(ready.length > 0 && { proposalIds: ready.map(({ id }) => id) }),
  };
}

/** What is typed once the first step is, beside what was copied. */
export function typedFirst(form: FieldValues, copied: FieldValues): FieldValues {
  const values = { ...initialFields, ...copied };
  return typedWith({ values, base: initialFields, typed: copied }, 'matter', form);
}

/** What is wrong on the first step of a ballot of which nothing is kept yet. */
export async function firstFaults(
  ctx: ReadContext,
  { form, copied }: { form: FieldValues; copied: string | null },
): Promise<DraftFault[]> {
  drafter(ctx);
  const before = copied === null ? {} : await copiedFields(ctx, copied);
  const typed = typedFirst(form, before);
  const unkept = { id: '', ballotId: null, step: 'matter', base: {}, instead: null } as const;
  return stepFaults(ctx, draftOf({ ...unkept, typed }), 'matter');
}
