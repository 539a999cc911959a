import type { ReadContext } from '../../context';
import { keyOfSubject } from '../../ledger/index.server';
import type { LoadedMeeting } from '../load-meeting.server';
import { maySettleDecision } from '../policy';
import type { NamesAt } from '../seats/shown-seats.server';
import { agreementsDecidedOn, lacksParties, outcomesFor } from './carry-out.server';
import { withHeirs } from './with-heirs.server';

/** What was decided, with who is to do it, what it became as far as the reader may read that, and what may be done now. */
export async function shownDecisions(
  ctx: ReadContext,
  meeting: LoadedMeeting,
  { names, inside }: { names: NamesAt; inside: boolean },
) {
  const keys = meeting.decisions.flatMap(({ outcomeKind: kind, outcomeId: id }) =>
    kind && id ? { kind, id } : [],
  );
  const [readable, inForce, decisions] = await Promise.all([
    ctx.subjects.access.readable(ctx, keys),
    agreementsDecidedOn(ctx, meeting),
    withHeirs(ctx, meeting.decisions),
  ]);
  const seatOf = (personId: string | null) => meeting.seats.find((seat) => seat.personId === personId);
  /** As it was decided: whoever goes on in its place is named beside it. */
  const named = ({ responsibleKind, responsibleId }: LoadedMeeting['decisions'][number]) => {
    if (responsibleKind !== 'person') return names.organisations[responsibleId ?? ''] ?? null;
    const seat = seatOf(responsibleId);
    const isNamed = inside || seat?.showsName === true;
    return (isNamed ? names.persons[responsibleId ?? ''] : seat?.capacity) ?? null;
  };
  return decisions.map(({ heir, ...decision }, at) => {
    const { outcomeKind: kind, outcomeId: id } = decision;
    const decided = { meeting, decision, inForce: inForce.get(decision.itemId ?? '') ?? null };
    const outcome =
      kind && id ? { kind, id, title: readable.get(keyOfSubject({ kind, id }))?.title ?? null } : null;
    // Field by field: the row also knows by their ids who recorded it and who is responsible.
    const { id: decisionId, number, motion, rule, result } = decision;
    const { presentCount, votesFor, votesAgainst, abstentions, dueAt, doneAt, doneWords } = decision;
    return {
      ...{ id: decisionId, number, motion, rule, result },
      ...{ presentCount, votesFor, votesAgainst, abstentions, dueAt, doneAt, doneWords },
      ...{ responsible: named(meeting.decisions[at] ?? decision), heir, outcome },
      outcomes: outcomesFor(ctx.actor, decided),
      lacksParties: lacksParties(ctx.actor, decided),
      maySettle: maySettleDecision(ctx.actor, meeting, decision).allowed,
    };
  });
}
