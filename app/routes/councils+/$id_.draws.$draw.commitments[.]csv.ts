import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedCommitments } from '~/domains/councils/draw-files.query.server';
import { contextOf } from '~/http/actor.server';
import { csvResponse } from '~/http/answers/csv-response';
import { load } from '~/http/forms/forms.server';

/** What binds the portal to the features of each number. */
export async function loader(args: LoaderFunctionArgs) {
  const { id: councilId = '', draw = '' } = args.params;
  return csvResponse(
    `commitments-${draw}`,
    await load(args, () => publishedCommitments(contextOf(args), { councilId, draw })),
  );
}
