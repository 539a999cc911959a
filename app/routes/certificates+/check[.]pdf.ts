import type { LoaderFunctionArgs } from '@remix-run/node';
import { checkedCertificatePdf } from '~/domains/volunteering/certificates/checked-pdf.query.server';
import { contextOf } from '~/http/actor.server';
import { certificateAsked } from '~/http/forms/certificate-asked';
import { load } from '~/http/forms/forms.server';
import { pdfResponse } from '~/http/answers/files/pdf-response';

/** What the page of checking says, as a file; nothing for a certificate that was revoked. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = certificateAsked(args.request);
  const { number, bytes } = await load(args, () => checkedCertificatePdf(ctx, asked));
  return pdfResponse(`certificate-${number}-checked`, bytes);
}
