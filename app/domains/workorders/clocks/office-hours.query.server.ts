import type { ReadContext } from '../../context';
import { revisionOf } from '../../shown-fields.server';

/** There is one row. */
export const officeHoursId = 'portal';

/** The hours in which offices work, and who says so; null for what stands in the configuration. */
export async function officeHours({ database, configuration }: ReadContext) {
  const row = await database.read.officeHours.findUnique({
    where: { id: officeHoursId },
    omit: { id: true },
  });
  return { hours: row?.hours ?? configuration.workingHours, source: row?.source ?? null };
}

/** As the form shows them. */
export const officeHoursFields = ({ hours, source }: { hours: string; source: string | null }) => ({
  hours,
  source: source ?? '',
});

/** What the form of the hours is filled with. */
export async function officeHoursShown(ctx: ReadContext) {
  const fields = officeHoursFields(await officeHours(ctx));
  return { ...fields, revision: revisionOf(fields) };
}
