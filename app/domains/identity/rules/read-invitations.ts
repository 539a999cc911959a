import { z } from 'zod';
import { unguarded } from '~/lib/csv/cells';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import { linesTwice } from '~/lib/csv/lines-twice';
import { tableFaults } from '~/lib/csv/table-faults';
import { hasLostCharacter } from '~/lib/texts/lost-character';

/** Of a list of invitations, in any order; `email` may be left out or empty. */
export const invitationColumns = ['name', 'email', 'role', 'area'] as const;

export interface ListFault {
  line: number;
  /** A key of the catalogue `invitations`. */
  fault: string;
  value: string;
}

export interface ListedInvitation {
  line: number;
  name: string;
  /** Empty where the link is handed over. */
  email: string;
  /** As it was written: a code, or the word of either language. */
  role: string;
  /** A division code, or the name of an area. */
  area: string;
}

/** More belong to several lists: somebody reads each name before it is sent. */
export const mostInvited = 100;

const cells = {
  name: z.string().min(2).max(60),
  email: z.union([z.literal(''), z.email().max(254)]),
  role: z.string().min(1).max(40),
  area: z.string().min(1).max(60),
};

function readLine({ line, cells: given }: CsvRecord): ListedInvitation | ListFault {
  const cell = (name: string) => unguarded(given[name] ?? '').trim();
  for (const name of invitationColumns)
    if (!cells[name].safeParse(cell(name)).success)
      return { line, fault: `fault.${name}`, value: cell(name) };
  const lossy = [cell('name'), cell('area')].find(hasLostCharacter);
  if (lossy !== undefined) return { line, fault: 'fault.lost-character', value: lossy };
  return {
    ...{ line, name: cell('name'), email: cell('email').toLowerCase() },
    ...{ role: cell('role'), area: cell('area') },
  };
}

/** One invitation a person and role: a list that was put together of two names somebody twice. */
const doubles = (lines: readonly ListedInvitation[]): ListFault[] =>
  linesTwice(lines, ({ name, email, role, area }) => [email || name, role, area].join('\n')).map((one) => ({
    ...one,
    fault: 'fault.double',
  }));

/** The lines of a list of invitations, a table with a header, and each fault with its line. */
export function readInvitations(reading: CsvReading): {
  lines: ListedInvitation[];
  faults: ListFault[];
} {
  const whole = (fault: string, value = '') => ({ lines: [], faults: [{ line: 1, fault, value }] });
  if (!reading.ok) {
    const named = reading.faults.map(({ line, fault, detail }) => ({
      ...{ line, fault: tableFaults[fault], value: detail },
    }));
    return { lines: [], faults: named };
  }
  const missing = invitationColumns.filter((name) => name !== 'email' && !reading.columns.includes(name));
  if (missing.length > 0) return whole('fault.columns', missing.join(', '));
  if (reading.records.length === 0) return whole('fault.empty');
  const read = reading.records.map(readLine);
  const lines = read.filter((one): one is ListedInvitation => !('fault' in one));
  const faults = read.filter((one): one is ListFault => 'fault' in one);
  return { lines, faults: [...faults, ...doubles(lines)].sort((a, b) => a.line - b.line) };
}
