import { isSpoiltNumber, unguarded } from '~/lib/csv/cells';
import { columnsNamed } from '~/lib/csv/read-csv';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import { linesTwice } from '~/lib/csv/lines-twice';
import { tableFaults } from '~/lib/csv/table-faults';
import { parentOf, readCode } from '~/lib/geo/division-code';
import type { AreaLevel } from '~/lib/geo/division-code';
import { hasLostCharacter } from '~/lib/texts/lost-character';
import { isPlainName } from '~/lib/texts/plain-name';
import { plainWidth } from '~/lib/texts/plain-width';

/** Streets and communities of a district, read by somebody; more come by the command line. */
export const mostNewAreas = 500;

export interface AreaListFault {
  line: number;
  /** A key of the catalogue `areaKeeping`. */
  fault: string;
  value: string;
}

export interface ListedArea {
  line: number;
  id: string;
  code: string;
  level: AreaLevel;
  name: string;
  nameEnglish: string;
  parentId: string;
}

/** As offices and as programs head them. */
const columnNames = {
  code: ['code', '区划代码', '代码'],
  name: ['name', '名称', '区域名称'],
  nameEnglish: ['name_en', '英文名称'],
} as const;
type Column = keyof typeof columnNames;

const columnOf = (columns: readonly string[], column: Column) =>
  columnNames[column].find((name) => columns.includes(name)) ?? '';

function faultOfNames(name: string, english: string): string | null {
  if (name.length < 2 || name.length > 60 || !isPlainName(name)) return name;
  return english !== '' && (english.length > 80 || !isPlainName(english)) ? english : null;
}

function readLine({ line, cells }: CsvRecord, above: string, columns: readonly string[]) {
  const cell = (column: Column) => unguarded(cells[columnOf(columns, column)] ?? '').trim();
  const [code, name, nameEnglish] = [plainWidth(cell('code')), cell('name'), cell('nameEnglish')];
  if (isSpoiltNumber(code, false)) return { line, fault: 'fault.spoilt', value: code };
  const place = readCode(code);
  if (!place) return { line, fault: 'fault.code', value: code };
  const parentId = parentOf(place.id);
  if (parentId === null || place.id === above || !place.id.startsWith(above))
    return { line, fault: 'fault.not-below', value: code };
  if (hasLostCharacter(name)) return { line, fault: 'fault.lost-character', value: name };
  const badName = faultOfNames(name, nameEnglish);
  if (badName !== null) return { line, fault: 'fault.name', value: badName };
  return { line, ...place, code, name, nameEnglish, parentId };
}

const doubles = (areas: readonly ListedArea[]): AreaListFault[] =>
  linesTwice(areas, ({ id }) => id).map((one) => ({ ...one, fault: 'fault.double' }));

/** The areas of a list that lie below `above`, from the nearest down, and each fault with its line. */
export function readNewAreas(
  reading: CsvReading,
  above: string,
): { areas: ListedArea[]; faults: AreaListFault[] } {
  const whole = (fault: string, value = '') => ({ areas: [], faults: [{ line: 1, fault, value }] });
  if (!reading.ok)
    return {
      areas: [],
      faults: reading.faults.map(({ line, fault, detail }) => ({
        ...{ line, fault: tableFaults[fault], value: detail },
      })),
    };
  const { columns, records } = reading;
  const missing = (['code', 'name'] as const).filter((column) => columnOf(columns, column) === '');
  if (missing.length > 0) return whole('fault.columns', missing.join(', '));
  const several = Object.values(columnNames)
    .map((names) => columnsNamed(columns, names))
    .find((names) => names.length > 1);
  if (several) return whole('fault.double-column', several.join(', '));
  if (records.length === 0) return whole('fault.empty');
  const read = records.map((record) => readLine(record, above, columns));
  const areas = read.filter((one): one is ListedArea => !('fault' in one));
  const faults = read.filter((one): one is AreaListFault => 'fault' in one);
  return {
    areas: areas.sort((one, other) => one.id.length - other.id.length),
    faults: [...faults, ...doubles(areas)],
  };
}
