import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '~/paths';

/** The map of orders was a page of its own; its addresses stand in other sites. */
export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const search = new URLSearchParams({ kind: 'work-order' });
  for (const name of ['area', 'category']) {
    const value = asked.get(name);
    if (value) search.set(name, value);
  }
  return redirect(`${paths.map}?${search}`, 301);
}
