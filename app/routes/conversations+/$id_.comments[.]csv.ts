import type { LoaderFunctionArgs } from '@remix-run/node';
import { statementsFile } from '~/domains/opinions/report.query.server';
import { contextOf } from '~/http/actor.server';
import { csvResponse } from '~/http/answers/csv-response';
import { load } from '~/http/forms/forms.server';

export async function loader(args: LoaderFunctionArgs) {
  const csv = await load(args, () => statementsFile(contextOf(args), args.params.id ?? ''));
  return csvResponse('comments', `\ufeff${csv}`);
}
