import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '~/paths';

/** The map of orders was a page of its own; its addresses stand in other sites. */
export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const search = new URLSearchParams({ kind: 'work-order' });
  const area = asked.get('area');
  if (area) search.set('area', area);
  return redirect(`${paths.map}?${search}`, 301);
}
