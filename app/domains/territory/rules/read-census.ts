import { z } from 'zod';
import { unguarded } from '~/lib/csv/cells';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import { linesTwice } from '~/lib/csv/lines-twice';
import { tableFaults } from '~/lib/csv/table-faults';
import { readCode } from '~/lib/geo/division-code';
import { ageBands, isAgeBand } from '~/lib/age-bands';
import type { AgeBand } from '~/lib/age-bands';
import { numberField } from '~/lib/numbers/number-field';
import { plainWidth } from '~/lib/texts/plain-width';

/** The columns of census figures. */
export const censusColumns = ['area_code', 'age_band', 'people'] as const;

export interface CensusFault {
  line: number;
  /** A key of the catalogue `census`. */
  fault: string;
  value: string;
}

export interface CensusLine {
  line: number;
  areaId: string;
  ageBand: AgeBand;
  people: number;
}

/** A city with its grids has some thousand areas, each with seven lines. */
export const mostCensusLines = 50_000;
/** More faults than these are not named at once. */
export const mostFaults = 200;

const people = numberField(z.number().int().min(0).max(100_000_000));

function readLine({ line, cells }: CsvRecord): CensusLine | CensusFault {
  const cell = (name: (typeof censusColumns)[number]) => unguarded(cells[name] ?? '').trim();
  const place = readCode(plainWidth(cell('area_code')));
  if (!place) return { line, fault: 'fault.area_code', value: cell('area_code') };
  const ageBand = plainWidth(cell('age_band')).replace(/[\u2010-\u2015]/g, '-');
  if (!isAgeBand(ageBand)) return { line, fault: 'fault.age_band', value: cell('age_band') };
  const count = cell('people') === '' ? null : people.safeParse(cell('people'));
  if (!count?.success) return { line, fault: 'fault.people', value: cell('people') };
  return { line, areaId: place.id, ageBand, people: count.data };
}

/** Each area and age once. */
const doubles = (lines: readonly CensusLine[]): CensusFault[] =>
  linesTwice(lines, ({ areaId, ageBand }) => `${areaId} ${ageBand}`).map((one) => ({
    ...one,
    fault: 'fault.double',
  }));

/** An area of which some ages are named and others are not would be compared with a part of its people. */
function gaps(lines: readonly CensusLine[]): CensusFault[] {
  const ages = new Map<string, { line: number; bands: Set<string> }>();
  for (const { line, areaId, ageBand } of lines) {
    const known = ages.get(areaId) ?? { line, bands: new Set() };
    known.bands.add(ageBand);
    ages.set(areaId, known);
  }
  return [...ages].flatMap(([areaId, { line, bands }]) => {
    const missing = ageBands.filter((band) => !bands.has(band));
    return missing.length > 0
      ? [{ line, fault: 'fault.missing-ages', value: `${areaId}: ${missing.join(', ')}` }]
      : [];
  });
}

/** Census figures of a table with a header, and each fault with its line. */
export function readCensus(reading: CsvReading): { lines: CensusLine[]; faults: CensusFault[] } {
  const nothing = (fault: string, value: string) => ({ lines: [], faults: [{ line: 1, fault, value }] });
  if (!reading.ok)
    return {
      lines: [],
      faults: reading.faults.map(({ line, fault, detail }) => ({
        ...{ line, fault: tableFaults[fault], value: detail },
      })),
    };
  const missing = censusColumns.filter((name) => !reading.columns.includes(name));
  if (missing.length > 0) return nothing('fault.columns', missing.join(', '));
  if (reading.records.length === 0) return nothing('fault.empty', '');
  const read = reading.records.map(readLine);
  const lines = read.filter((one): one is CensusLine => !('fault' in one));
  const faults = read.filter((one): one is CensusFault => 'fault' in one);
  const all = [...faults, ...doubles(lines), ...(faults.length === 0 ? gaps(lines) : [])];
  return { lines, faults: all.sort((a, b) => a.line - b.line).slice(0, mostFaults) };
}
