import type { LoaderFunctionArgs } from '@remix-run/node';
import { minutesPdf } from '~/domains/meetings/minutes/minutes-pdf.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pdfResponse } from '~/http/answers/files/pdf-response';

/** The published minutes for paper and files, with the fingerprint of the text that was approved. */
export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id ?? '';
  return pdfResponse(`minutes-${id}`, await load(args, () => minutesPdf(contextOf(args), id)));
}
