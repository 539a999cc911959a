export interface ReadObligation {
  organisationId: string;
  text: string;
  dueAt: Date | null;
}

export type ObligationsRead = { ok: true; obligations: ReadObligation[] } | { ok: false; line: number };

/**
 * Reads obligations a line each: `party | what it does | 2026-12-31`; the date may be left out. The party is
 * named as it is registered. Answers the first line that cannot be read.
 */
export function readObligations(
  text: string,
  parties: readonly { id: string; name: string }[],
): ObligationsRead {
  const obligations: ReadObligation[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [name = '', what = '', date = ''] = line.split(/[|｜]/).map((part) => part.trim());
    const party = parties.find((one) => one.name === name);
    const dueAt = date === '' ? null : new Date(`${date}T15:59:59Z`);
    if (
      !party ||
      what === '' ||
      (dueAt && (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(dueAt.getTime())))
    ) {
      return { ok: false, line: index + 1 };
    }
    obligations.push({ organisationId: party.id, text: what, dueAt });
  }
  return { ok: true, obligations };
}

/** The lines that `readObligations` reads back to the same obligations. */
export function writeObligations(
  obligations: readonly ReadObligation[],
  organisations: Readonly<Record<string, { name: string }>>,
): string {
  return obligations
    .map(({ organisationId, text, dueAt }) => {
      const parts = [organisations[organisationId]?.name ?? '', text];
      return [...parts, ...(dueAt ? [dueAt.toISOString().slice(0, 10)] : [])].join(' | ');
    })
    .join('\n');
}
