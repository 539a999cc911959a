import type { LoaderFunctionArgs } from '@remix-run/node';
import { departmentRows } from '~/domains/organisations/departments/import-departments.server';
import { departmentColumns } from '~/domains/organisations/departments/read-departments';
import { requirePerson } from '~/http/actor.server';
import { tableResponse } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

/** The departments that the person keeps, as the import reads them. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const rows = await load(args, () => departmentRows(ctx));
  return tableResponse(args.request, 'departments', [departmentColumns, ...rows]);
}
