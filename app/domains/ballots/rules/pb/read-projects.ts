import type { PbProject } from './pb-file';
import { readAmount } from './read-amount';
import type { Remarks } from './remarks';
import { valuesOf, type Section } from './sections';

/** The PROJECTS section; ids are text and must be unique. */
export function readProjects(section: Section, remarks: Remarks): PbProject[] {
  const known = new Set<string>();
  return section.rows.flatMap((row): PbProject[] => {
    const fields = valuesOf(row, section.columns, remarks);
    if (!fields) return [];
    const id = fields.get('project_id') ?? '';
    const cost = readAmount(fields.get('cost') ?? '', row.line, remarks);
    if (id === '') remarks.fault(row.line, 'field-missing', 'project_id');
    if (known.has(id)) remarks.fault(row.line, 'project-repeated', id);
    known.add(id);
    fields.delete('project_id');
    fields.delete('cost');
    return [{ id, cost, fields }];
  });
}
