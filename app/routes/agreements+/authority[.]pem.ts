import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorityCertificate } from '~/domains/agreements/signing/authority.query.server';
import { contextOf } from '~/http/actor.server';

/** The certificate by which other programs check the signatures in the portal's documents. */
export async function loader(args: LoaderFunctionArgs) {
  return new Response(await authorityCertificate(contextOf(args)), {
    headers: {
      'Content-Type': 'application/x-pem-file',
      'Content-Disposition': 'attachment; filename="gongzhi-authority.pem"',
    },
  });
}
