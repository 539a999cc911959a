import type { LoaderFunctionArgs } from '@remix-run/node';
import { certificatePdf } from '~/domains/volunteering/certificates/certificate-pdf.query.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pdfResponse } from '~/http/answers/files/pdf-response';

/** The certificate as a file, for its person. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { number, bytes } = await load(args, () => certificatePdf(ctx, args.params.id ?? ''));
  return pdfResponse(`certificate-${number}`, bytes);
}
