import { data } from '@remix-run/node';

/** An address that no page has. It has a route so that the error page knows the reader's language and account. */
export function loader() {
  return notFound();
}

export function action() {
  return notFound();
}

function notFound(): never {
  throw data(null, { status: 404 });
}

export default function Nowhere() {
  return null;
}
