import type { PbCounting, PbFields } from './pb-file';
import { readAmount } from './read-amount';
import { readCounting } from './read-counting';
import type { Remarks } from './remarks';
import { nameSpelled, valuesOf, type Section } from './sections';

export interface Meta {
  meta: PbFields;
  budget: string;
  counting: PbCounting;
}

/** The META section, the budget in it, and what it says of counting. */
export function readMeta(section: Section, remarks: Remarks): Meta {
  const meta: PbFields = new Map();
  const lines = new Map<string, number>();
  let budget: string | null = null;
  for (const row of section.rows) {
    const values = valuesOf(row, section.columns, remarks);
    const key = nameSpelled(values?.get('key') ?? '');
    const value = values?.get('value') ?? '';
    if (!values || key === '') continue;
    if (meta.has(key)) remarks.fault(row.line, 'key-repeated', key);
    if (key === 'budget') budget = readAmount(value, row.line, remarks);
    meta.set(key, key === 'budget' ? (budget ?? value) : value);
    lines.set(key, row.line);
  }
  if (!meta.has('budget')) remarks.fault(section.line, 'no-budget');
  return { meta, budget: budget ?? '0', counting: readCounting(meta, { remarks, lines }) };
}
