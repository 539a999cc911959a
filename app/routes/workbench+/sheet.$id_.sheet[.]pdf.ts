import type { LoaderFunctionArgs } from '@remix-run/node';
import { orderSheetPdf } from '~/domains/workorders/sheet/order-sheet-pdf.query.server';
import { requirePerson } from '~/http/actor.server';
import { pdfResponse } from '~/http/answers/files/pdf-response';
import { load } from '~/http/forms/forms.server';

/** The order's sheet as a file, for those who work on it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { number, bytes } = await load(args, () => orderSheetPdf(ctx, args.params.id ?? ''));
  return pdfResponse(`sheet-${number}`, bytes);
}
