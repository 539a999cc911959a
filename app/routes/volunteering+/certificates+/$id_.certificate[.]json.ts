import type { LoaderFunctionArgs } from '@remix-run/node';
import { certificateFile } from '~/domains/volunteering/certificates/certificate-in-log.query.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** The text of a certificate to the byte, for its person: SHA-256 of the file is what the public log says. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { number, text } = await load(args, () => certificateFile(ctx, args.params.id ?? ''));
  return new Response(text, {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="certificate-${number}.json"`,
    },
  });
}
