import type { LoaderFunctionArgs } from '@remix-run/node';
import { agreementSignedText } from '~/domains/agreements/agreement.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** The text that was signed, byte for byte: `sha256sum` of the file is the fingerprint on the page. */
export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id ?? '';
  const text = await load(args, () => agreementSignedText(contextOf(args), id));
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="agreement-${id}.json"`,
    },
  });
}
