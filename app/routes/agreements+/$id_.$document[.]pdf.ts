import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { openDocument } from '~/domains/agreements/agreement-record.query.server';
import { DomainError } from '~/domains/domain-error';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** A document of an agreement, byte for byte as it was signed and sealed: `/agreements/ID/agreement-1.pdf`. */
export async function loader(args: LoaderFunctionArgs) {
  const { id = '', document = '' } = args.params;
  const [, kind = '', version = ''] = /^(agreement|audit)-(\d{1,6})$/.exec(document) ?? [];
  const file = await load(args, () => {
    if (kind === '') throw new DomainError('not-found');
    return openDocument(contextOf(args), { agreementId: id, kind, version: Number(version) });
  });
  if (args.request.method === 'HEAD') file.stream.destroy();
  return new Response(file.stream.destroyed ? null : createReadableStreamFromReadable(file.stream), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="${kind}-${id}-${version}.pdf"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-cache',
    },
  });
}
