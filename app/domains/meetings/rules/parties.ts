interface Decided {
  meeting: {
    organisationId: string | null;
    seats: readonly { organisationId: string | null; presentAt: Date | null }[];
  };
  decision: { responsibleKind: string | null; responsibleId: string | null };
}

/** As many as sign one agreement. */
const mostParties = 12;

/**
 * Between whom an agreement of a decision is drafted by who acts for `own`: that organisation and the one responsible, else
 * those that sat at the table. Empty where `own` neither convened nor sat there, or is alone.
 */
export function partiesOf({ meeting, decision }: Decided, own: string | null): string[] {
  const seated = meeting.seats.flatMap(({ organisationId, presentAt }) =>
    organisationId !== null && presentAt !== null ? [organisationId] : [],
  );
  if (own === null || ![meeting.organisationId, ...seated].includes(own)) return [];
  const { responsibleKind, responsibleId } = decision;
  const responsible = responsibleKind === 'organisation' ? responsibleId : null;
  const others = responsible !== null && responsible !== own ? [responsible] : seated;
  const parties = [...new Set([own, ...others])].slice(0, mostParties);
  return parties.length > 1 ? parties : [];
}
