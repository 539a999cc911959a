import { bornBy } from '../casting/electorate';
import type { Opening } from '../casting/electorate';
import { identityText } from './roll-person';
import type { RollPerson } from './roll-person';
import { isSpoiltNumber, unguarded } from '~/lib/csv/cells';
import { columnsNamed } from '~/lib/csv/read-csv';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import { linesTwice } from '~/lib/csv/lines-twice';
import { hasLostCharacter } from '~/lib/texts/lost-character';
import { isDay, yearIn } from '~/lib/time/days';
import { plainWidth } from '~/lib/texts/plain-width';
import { cutText } from '~/lib/texts/cut-text';

/** A subdistrict's roll; cities vote on several. */
export const mostRollLines = 20_000;
/** More faults than these are not named at once. */
export const mostRollFaults = 200;
export const longestName = 60;
export const longestPlace = 120;
const oldestYear = 1900;

export interface RollFault {
  line: number;
  /** A key of the catalogue of ballots. */
  fault: `roll-fault.${string}`;
  value: string;
}

/** What the ballot asks of whoever stands on its roll. */
export interface RollAsked {
  minimumAge: number;
  opening: Opening;
}

/** The columns as lists in use name them; the first name of each is the one that we write. */
const columnNames = {
  name: ['姓名', 'name', '选民姓名'],
  unit: ['室号', 'unit', '住址', '地址', '门牌', '房号', 'address'],
  birthYear: ['出生年份', 'birth_year', '出生年', '出生日期', '出生年月', 'birth'],
  household: ['户号', 'household', '户', '户编号'],
} as const;
type Column = keyof typeof columnNames;

const csvFaults = {
  'not-csv': 'roll-fault.csv',
  'mixed-encoding': 'roll-fault.encoding',
  'too-many-rows': 'roll-fault.too-many',
  'too-long-row': 'roll-fault.too-long',
  'double-column': 'roll-fault.double-column',
} as const;

/** What a spreadsheet makes of 3-2-401, 5-2 or 3-40. */
const becameDay =
  /^(?:\d{1,2}月\d{1,2}日|\d{4}[-/年]\d{1,2}(?:[-/月]\d{1,2}日?)?|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/;
/** A year, or a day of which only the year is kept; databases write its hours, too. */
const yearText = /^(\d{4})(?:年?|[-/.年]\d{1,2}(?:[-/.月]|[-/.月]\d{1,2}日?(?: 0?0:00(?::00)?)?)?)$/;
/** As on an identity card. */
const packedDay = /^(\d{4})(\d{2})(\d{2})$/;

function columnOf(columns: readonly string[], column: Column): string | undefined {
  return columnNames[column].find((name) => columns.includes(name));
}

/** The year of birth, null where the cell is empty, undefined where it is none. */
export function birthYearOf(text: string, thisYear: number): number | null | undefined {
  const written = plainWidth(text).trim();
  if (written === '') return null;
  const packed = packedDay.exec(written);
  const isPacked = packed !== null && isDay(packed.slice(1).join('-'));
  const year = Number((isPacked ? packed : yearText.exec(written))?.[1]);
  return year >= oldestYear && year <= thisYear ? year : undefined;
}

/** What stands against a person's place on the roll of this ballot, or null. */
export function faultOfPerson(
  person: RollPerson,
  asked: RollAsked,
): { fault: RollFault['fault']; value: string } | null {
  const { name, unit, birthYear, household } = person;
  if (name === '') return { fault: 'roll-fault.no-name', value: '' };
  if (name.length > longestName) return { fault: 'roll-fault.long-name', value: String(longestName) };
  const lossy = [name, unit, household].find(hasLostCharacter);
  if (lossy !== undefined) return { fault: 'roll-fault.lost-character', value: lossy };
  for (const value of [unit, household]) {
    if (value.length > longestPlace) return { fault: 'roll-fault.long-place', value: String(longestPlace) };
    if (becameDay.test(value)) return { fault: 'roll-fault.became-day', value };
  }
  if (asked.minimumAge === 0) return null;
  if (birthYear === null) return { fault: 'roll-fault.no-year', value: String(asked.minimumAge) };
  return birthYear > bornBy(asked.minimumAge, asked.opening)
    ? { fault: 'roll-fault.too-young', value: String(birthYear) }
    : null;
}

/** One name, whatever line breaks and blanks the cell has. */
const inOneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

type Read = { line: number; person: RollPerson } | RollFault;

function readLine({ line, cells }: CsvRecord, given: { columns: readonly string[]; asked: RollAsked }): Read {
  const cell = (column: Column) => {
    const raw = cells[columnOf(given.columns, column) ?? ''] ?? '';
    const text = unguarded(raw);
    return { text: inOneLine(text), spoilt: isSpoiltNumber(text, raw !== text) };
  };
  const [name, unit, household, year] = [cell('name'), cell('unit'), cell('household'), cell('birthYear')];
  for (const { text, spoilt } of [name, unit, household])
    if (spoilt) return { line, fault: 'roll-fault.spoilt', value: text };
  const { at, timeZone } = given.asked.opening;
  const birthYear = birthYearOf(year.text, yearIn(at, timeZone));
  if (birthYear === undefined) return { line, fault: 'roll-fault.birth-year', value: cutText(year.text, 40) };
  const person = { name: name.text, unit: unit.text, birthYear, household: household.text };
  const fault = faultOfPerson(person, given.asked);
  return fault ? { line, ...fault } : { line, person };
}

export interface RollReading {
  people: RollPerson[];
  faults: RollFault[];
}

/**
 * The people of a table with a header, and each fault with its line.
 * Columns: 姓名 (name), 室号 (unit), 出生年份 (birth_year), 户号 (household); only the first is always needed.
 */
export function readRoll(reading: CsvReading, asked: RollAsked): RollReading {
  if (!reading.ok)
    return {
      people: [],
      faults: reading.faults
        .slice(0, mostRollFaults)
        .map(({ line, fault, detail }) => ({ line, fault: csvFaults[fault], value: detail })),
    };
  const { columns, records } = reading;
  if (records.length === 0)
    return { people: [], faults: [{ line: 1, fault: 'roll-fault.empty', value: '' }] };
  const header = faultOfHeader(columns);
  if (header) return { people: [], faults: [header] };
  const read = records.map((record) => readLine(record, { columns, asked }));
  const people = read.filter((one): one is Extract<Read, { person: RollPerson }> => 'person' in one);
  const faults = read.filter((one): one is RollFault => 'fault' in one);
  return {
    people: people.map(({ person }) => person),
    faults: [...faults, ...doubles(people)].sort((a, b) => a.line - b.line).slice(0, mostRollFaults),
  };
}

/** Of two columns that say one thing nobody knows which is meant: 401 of two buildings would be one household. */
function faultOfHeader(columns: readonly string[]): RollFault | null {
  if (columnOf(columns, 'name') === undefined)
    return { line: 1, fault: 'roll-fault.columns', value: columnNames.name[0] };
  const several = Object.values(columnNames)
    .map((names) => columnsNamed(columns, names))
    .find((names) => names.length > 1);
  return several ? { line: 1, fault: 'roll-fault.double-column', value: several.join(', ') } : null;
}

const doubles = (people: readonly { line: number; person: RollPerson }[]): RollFault[] =>
  linesTwice(people, ({ person }) => identityText(person)).map((one) => ({
    ...one,
    fault: 'roll-fault.double' as const,
  }));
