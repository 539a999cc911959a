import { withMigrated } from './open-migrated';
import { importDepartments } from '~/domains/organisations/departments/import-departments.server';
import { mostDepartments } from '~/domains/organisations/departments/read-departments';
import { contextFor } from '~/http/server/services.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { departments } from '~/i18n/departments';
import { readTable } from '~/lib/csv/read-xlsx';
import type { Configuration } from '~/platform/configuration.server';

export interface DepartmentsCall {
  table: Uint8Array;
  reason: string;
  dryRun: boolean;
}

/** Imports a list of departments, CSV or a workbook: answers 0, or 2 after naming each bad line. */
export async function importDepartmentsFile(
  configuration: Configuration,
  { table, ...call }: DepartmentsCall,
  say: (line: string) => void,
): Promise<number> {
  const reading = await readTable(table, { mostRows: mostDepartments });
  const { faults, steps } = await withMigrated(configuration, (services) =>
    importDepartments(contextFor(services, { kind: 'system' }, 'en'), { ...call, reading }),
  );
  const t = textIn('en', departments);
  for (const { line, fault, value } of faults)
    process.stderr.write(`line ${line}: ${hasKey(departments, fault) ? t(fault, { value }) : fault}\n`);
  if (faults.length > 0) {
    process.stderr.write('Nothing was imported.\n');
    return 2;
  }
  const count = (act: string) => steps.filter((step) => step.act === act).length;
  say(
    `${call.dryRun ? 'Would import' : 'Imported'} ${count('enter')} new departments and ${count('change')} corrections; ${count('none')} were there as they are.`,
  );
  return 0;
}
