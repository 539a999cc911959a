import { json } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { similarWhileTyping } from '~/domains/insights/similar/similar-matters.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';

const longestTitle = 60;
const schema = z.object({
  title: z.string().catch(''),
  except: z.string().max(26).catch(''),
});

/** For forms: what is there already that reads like the title being typed. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = schema.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const title = [...asked.title].slice(0, longestTitle).join('');
  const similar = await load(args, () =>
    similarWhileTyping(contextOf(args), args.context.similar, { ...asked, title }),
  );
  return json({ similar }, { headers: { 'Cache-Control': 'no-store' } });
}
