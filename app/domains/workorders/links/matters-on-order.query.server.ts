import type { ReadContext } from '../../context';
import { picturesOfMany } from '../../files/index.server';
import type { MatterCard } from '../../taken-up';

export interface MatterLink {
  subjectKind: string;
  subjectId: string;
}

type MatterOnOrder = MatterCard & { kind: string };

/** So many matters bring their pictures along; the others have theirs on their own pages. */
const mostPictured = 10;

/** What those who asked have photographed, by `kind:id`. */
function photographed(ctx: ReadContext, shown: readonly MatterOnOrder[]) {
  const some = shown.slice(0, mostPictured);
  const kinds = [...ctx.subjects.takenUp.keys()];
  return picturesOfMany(
    ctx,
    kinds.filter((kind) => ctx.subjects.offersOf(kind)?.pictured === true),
    some.map(({ id }) => id),
  );
}

/** What hangs on an order, whoever may read it, by the kinds in the order of the subjects. */
export async function allMattersOn(ctx: ReadContext, links: readonly MatterLink[]): Promise<MatterOnOrder[]> {
  const found = await Promise.all(
    [...ctx.subjects.takenUp].map(async ([kind, taken]) => {
      const ids = links.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []));
      const cards = ids.length > 0 ? await taken.cards(ctx, ids) : [];
      return cards.map((card) => ({ ...card, kind }));
    }),
  );
  return found.flat();
}

/**
 * What hangs on an order, as far as the actor may read it; of the rest only how many there are. `confidential` says
 * that something hangs there that not everyone may read.
 */
export async function mattersOn(ctx: ReadContext, links: readonly MatterLink[]) {
  const all = await allMattersOn(ctx, links);
  const shown = all.filter(({ reads }) => reads(ctx.actor).allowed);
  const pictures = await photographed(ctx, shown);
  return {
    shown: shown.map(({ kind, id, title, page }) => ({
      ...{ kind, id, title, page },
      pictures: pictures[`${kind}:${id}`] ?? [],
    })),
    hidden: links.length - shown.length,
    /** Something that hangs there was asked by the actor. */
    isAsker: all.some(({ askedBy }) => ctx.actor.kind === 'person' && askedBy === ctx.actor.personId),
    confidential: all.some(({ reads }) => !reads({ kind: 'visitor' }).allowed),
  };
}
