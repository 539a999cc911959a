/** Number and check code of a certificate, as an address names them; as much of them as there can be. */
export function certificateAsked(request: Request): { number: string; code: string } {
  const query = new URL(request.url).searchParams;
  const part = (name: string) => (query.get(name) ?? '').slice(0, 40);
  return { number: part('number'), code: part('code') };
}
