import { LineFaults, Notice, Table } from '~/components/ui';
import type {
  DepartmentsOutcome,
  DepartmentStep,
} from '~/domains/organisations/departments/import-departments.server';
import { departments } from '~/i18n/departments';
import { useNamesInARow, useText } from '~/i18n/use-text';

export interface DepartmentsPlanProps extends DepartmentsOutcome {
  counts: { entered: number; changed: number; same: number; invited: number };
}

/** What is wrong with a list of departments, line by line; where nothing is, what each line does. */
export function DepartmentsPlan({ faults, steps, counts }: DepartmentsPlanProps) {
  const t = useText(departments);
  const act = useActWords();
  if (faults.length > 0)
    return <LineFaults faults={faults} catalogue={departments} bad={(count) => t('bad', { count })} />;
  return (
    <div className="stack">
      <Notice kind="success">{counts.same === steps.length ? t('none') : t('good', counts)}</Notice>
      <Table
        caption={t('steps')}
        rows={steps}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', header: t('line'), cell: (row) => row.line, numeric: true },
          { key: 'name', header: t('name'), cell: (row) => row.name },
          { key: 'act', header: t('act'), cell: act },
        ]}
      />
    </div>
  );
}

function useActWords(): (step: DepartmentStep) => string {
  const t = useText(departments);
  const inARow = useNamesInARow();
  const column = (name: string) => t(`column.${name as 'name' | 'area' | 'about' | 'contact'}`);
  return ({ act, changes, invites }) => {
    const done =
      act === 'change' ? t('act.change', { columns: inARow(changes.map(column)) }) : t(`act.${act}`);
    return invites ? inARow([done, t('act.invites')]) : done;
  };
}
