import { z } from 'zod';
import { isSpoiltNumber, unguarded } from '~/lib/csv/cells';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import { parentOf, readCode } from '~/lib/geo/division-code';
import { numberField } from '~/lib/numbers/number-field';
import { plainWidth } from '~/lib/texts/plain-width';
import { hasLostCharacter } from '~/lib/texts/lost-character';

const rowSchema = z.object({
  code: z.string().trim().transform(plainWidth),
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((name) => !hasLostCharacter(name), 'holds � or ? where a character was lost')
    .refine((name) => !/\p{Cc}/u.test(name), 'holds a line break or another control character'),
  name_en: z.string().trim().max(80).optional(),
  latitude: numberField(z.number().min(-90).max(90).optional()),
  longitude: numberField(z.number().min(-180).max(180).optional()),
  population: numberField(z.number().int().min(0).optional()),
  contact: z.string().trim().max(200).optional(),
});

export interface ImportFault {
  line: number;
  reason: string;
}

export interface AreaRow {
  id: string;
  code: string;
  level: string;
  name: string;
  nameEnglish: string | null;
  parentId: string | null;
  latitude: number | null;
  longitude: number | null;
  population: number | null;
  contact: string | null;
}

function codeFault(code: string): string {
  return isSpoiltNumber(code, false)
    ? `code: "${code}" is not the code any more: a spreadsheet has changed it; save the file again with this column as text`
    : `code: "${code}" is not a division code of 12 digits, or 15 for a grid`;
}

function readRow(cells: CsvRecord['cells']): AreaRow | string {
  const given = Object.entries(cells).flatMap(([name, cell]) =>
    cell === '' ? [] : [[name, unguarded(cell)]],
  );
  const parsed = rowSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  const { code, name, name_en, latitude, longitude, population, contact } = parsed.data;
  const place = readCode(code);
  if (!place) return codeFault(code);
  return {
    id: place.id,
    code,
    level: place.level,
    name,
    nameEnglish: name_en ?? null,
    parentId: parentOf(place.id),
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    population: population ?? null,
    contact: contact ?? null,
  };
}

/** All of China has some 660,000, down to villages. */
export const mostAreas = 1_000_000;

const faultWords = {
  'not-csv': 'no proper CSV, and no workbook',
  'mixed-encoding': 'not in the encoding of the rest',
  'too-many-rows': 'more rows than are read at once',
  'too-long-row': 'the row is longer than rows may be, in characters',
  'double-column': 'several columns have this name',
} as const;

export interface ReadAreas {
  /** By the area's id, with the line on which each stands. */
  rows: ReadonlyMap<string, { row: AreaRow; line: number }>;
  faults: ImportFault[];
}

/**
 * The areas of a table (code,name,name_en,latitude,longitude,population,contact), and each bad line. Whether the area above is known is for the caller to ask.
 */
export function readAreas(reading: CsvReading): ReadAreas {
  const rows = new Map<string, { row: AreaRow; line: number }>();
  if (!reading.ok) {
    const faults = reading.faults.map(({ line, fault, detail }) => ({
      line,
      reason: `${faultWords[fault]}: ${detail}`,
    }));
    return { rows, faults };
  }
  const faults: ImportFault[] = [];
  for (const { line, cells } of reading.records) {
    const row = readRow(cells);
    if (typeof row === 'string') faults.push({ line, reason: row });
    else if (rows.has(row.id))
      faults.push({ line, reason: `code: ${row.code} stands in line ${rows.get(row.id)?.line} already` });
    else rows.set(row.id, { row, line });
  }
  if (faults.length === 0 && rows.size === 0) faults.push({ line: 1, reason: 'the file holds no areas' });
  return { rows, faults };
}
