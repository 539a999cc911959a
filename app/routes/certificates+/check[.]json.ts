import type { LoaderFunctionArgs } from '@remix-run/node';
import { checkedProof } from '~/domains/volunteering/certificates/certificate-in-log.query.server';
import { contextOf } from '~/http/actor.server';
import { certificateAsked } from '~/http/forms/certificate-asked';
import { load } from '~/http/forms/forms.server';

/** The proof that a certificate stands in the public log, for `gongzhi verify` and other programs. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { number, proof } = await load(args, () => checkedProof(ctx, certificateAsked(args.request)));
  return Response.json(proof, {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="certificate-${number}-proof.json"`,
      'X-Robots-Tag': 'noindex',
    },
  });
}
