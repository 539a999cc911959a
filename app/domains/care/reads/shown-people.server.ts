import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { organisationNames } from '../../organisations/index.server';

interface Coming {
  doneBy: string | null;
  organisationId: string | null;
}

/** Who comes or calls, by name and organisation, for those who may read it: two queries for all. */
export async function whoComes(
  ctx: ReadContext,
  tasks: readonly Coming[],
): Promise<(task: Coming) => { name: string; organisation: string | null } | null> {
  const [names, organisations] = await Promise.all([
    displayNames(
      ctx,
      tasks.flatMap(({ doneBy }) => doneBy ?? []),
    ),
    organisationNames(
      ctx,
      tasks.flatMap(({ organisationId }) => organisationId ?? []),
    ),
  ]);
  return ({ doneBy, organisationId }) =>
    doneBy === null
      ? null
      : {
          name: names[doneBy] ?? '',
          organisation: organisationId === null ? null : (organisations[organisationId] ?? null),
        };
}
