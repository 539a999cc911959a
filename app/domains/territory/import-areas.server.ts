import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Context } from '../context';
import { appendEvent } from '../ledger/index.server';
import { territoryEvents } from './events';
import { parentOf, readCode } from '~/lib/division-code';

const rowSchema = z.object({
  code: z.string().trim(),
  name: z.string().trim().min(1).max(60),
  name_en: z.string().trim().max(80).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  population: z.coerce.number().int().min(0).optional(),
  contact: z.string().trim().max(200).optional(),
});

export interface ImportFault {
  line: number;
  reason: string;
}

interface AreaRow {
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

const withoutEmpty = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value.trim() !== ''));

function readRow(record: Record<string, string>): AreaRow | string {
  const parsed = rowSchema.safeParse(withoutEmpty(record));
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  const { code, name, name_en, latitude, longitude, population, contact } = parsed.data;
  const place = readCode(code);
  if (!place) return `code: "${code}" is not a division code of 12 digits, or 15 for a grid`;
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

function readCsv(text: string): { rows: Map<string, { row: AreaRow; line: number }>; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const rows = new Map<string, { row: AreaRow; line: number }>();
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, bom: true, skip_empty_lines: true, info: true });
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1;
    return { rows, faults: [{ line, reason: error instanceof Error ? error.message : String(error) }] };
  }
  for (const { record, info } of records) {
    const row = readRow(record);
    const line = info.lines;
    if (typeof row === 'string') faults.push({ line, reason: row });
    else if (rows.has(row.id))
      faults.push({ line, reason: `code: ${row.code} stands in line ${rows.get(row.id)?.line} already` });
    else rows.set(row.id, { row, line });
  }
  return { rows, faults };
}

/**
 * Imports areas from CSV (code,name,name_en,latitude,longitude,population,contact). Names each bad line,
 * and imports nothing if any is bad. An area that exists is renamed.
 */
export async function importAreas(
  ctx: Context,
  text: string,
): Promise<{ imported: number; faults: ImportFault[] }> {
  const { rows, faults } = readCsv(text);
  const known = new Set(
    (await ctx.database.read.area.findMany({ select: { id: true } })).map((area) => area.id),
  );
  for (const { row, line } of rows.values()) {
    if (row.parentId && !rows.has(row.parentId) && !known.has(row.parentId)) {
      faults.push({
        line,
        reason: `code: the area above (${row.parentId}) is neither in the file nor known`,
      });
    }
  }
  if (faults.length === 0 && rows.size === 0) faults.push({ line: 1, reason: 'the file holds no areas' });
  if (faults.length > 0) return { imported: 0, faults: faults.sort((a, b) => a.line - b.line) };
  const sorted = [...rows.values()].map(({ row }) => row).sort((a, b) => a.id.length - b.id.length);
  await ctx.database.transaction(async (tx) => {
    for (const { id, ...columns } of sorted) {
      await tx.prisma.area.upsert({ where: { id }, create: { id, ...columns }, update: columns });
    }
    await appendEvent(tx, ctx, territoryEvents, {
      type: 'areas.imported',
      subjectKind: 'area',
      subjectId: sorted[0]?.id ?? '',
      publicData: { title: String(sorted.length) },
    });
  });
  return { imported: sorted.length, faults: [] };
}
