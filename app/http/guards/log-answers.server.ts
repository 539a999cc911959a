/** What programs that read the public log are answered where it has no such file. */
export const notFound = () =>
  new Response('Not found\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  });

/** The event that an address of the log names; ids are shorter than this. */
export const eventAsked = (request: Request) =>
  (new URL(request.url).searchParams.get('event') ?? '').slice(0, 60);
