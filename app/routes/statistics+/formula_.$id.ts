import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '~/paths';

/** One decision on the formula: its place on the page of all of them. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`${paths.statisticsFormula}#${encodeURIComponent(params.id ?? '')}`);
}
