import type { PbFields } from './pb-file';
import { readAmount } from './read-amount';
import type { Remarks } from './remarks';
import { valuesOf, type Section } from './sections';

/** Only approvals are counted; rankings and points would need other rules. */
const countedVoteTypes = ['approval', 'choose-1'];

/** The META section, and the budget in it. */
export function readMeta(section: Section, remarks: Remarks): { meta: PbFields; budget: string } {
  const meta: PbFields = new Map();
  let budget: string | null = null;
  for (const row of section.rows) {
    const values = valuesOf(row, section.columns, remarks);
    const key = values?.get('key') ?? '';
    const value = values?.get('value') ?? '';
    if (!values || key === '') continue;
    if (meta.has(key)) remarks.fault(row.line, 'key-repeated', key);
    if (key === 'budget') budget = readAmount(value, row.line, remarks);
    meta.set(key, key === 'budget' ? (budget ?? value) : value);
    if (key === 'vote_type' && !countedVoteTypes.includes(value.toLowerCase())) {
      remarks.fault(row.line, 'vote-type-not-counted', value);
    }
  }
  if (!meta.has('budget')) remarks.fault(section.line, 'no-budget');
  return { meta, budget: budget ?? '0' };
}
