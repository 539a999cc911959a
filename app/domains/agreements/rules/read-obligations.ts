import { dayIn, endOfDay } from '~/lib/days';

export interface ReadObligation {
  organisationId: string;
  text: string;
  dueAt: Date | null;
}

export type ObligationsRead = { ok: true; obligations: ReadObligation[] } | { ok: false; line: number };

/**
 * Reads obligations a line each: `party | what it does | 2026-12-31`; the date may be left out, and ends by the clock of
 * the zone. The party is named as it is registered. Answers the first line that cannot be read.
 */
export function readObligations(
  text: string,
  parties: readonly { id: string; name: string }[],
  timeZone: string,
): ObligationsRead {
  const obligations: ReadObligation[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [name = '', what = '', date = '', ...more] = line.split(/[|｜]/).map((part) => part.trim());
    const party = parties.find((one) => one.name === name);
    const dueAt = date === '' ? null : endOfDay(date, timeZone);
    // What nobody reads must not be left out of what is signed.
    if (!party || what === '' || (date !== '' && !dueAt) || more.some((part) => part !== ''))
      return { ok: false, line: index + 1 };
    obligations.push({ organisationId: party.id, text: what, dueAt });
  }
  return { ok: true, obligations };
}

/** The lines that `readObligations` reads back to the same obligations. */
export function writeObligations(
  obligations: readonly ReadObligation[],
  organisations: Readonly<Record<string, { name: string }>>,
  timeZone: string,
): string {
  return obligations
    .map(({ organisationId, text, dueAt }) => {
      const parts = [organisations[organisationId]?.name ?? '', text];
      return [...parts, ...(dueAt ? [dayIn(dueAt, timeZone)] : [])].join(' | ');
    })
    .join('\n');
}
