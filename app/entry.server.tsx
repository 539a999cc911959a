import { createReadableStreamFromReadable } from '@remix-run/node';
import type { ActionFunctionArgs, AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { drawnPage } from '~/http/answers/drawn-page';
import { passTopics } from '~/http/cache-topics';
import { ElementIds } from '~/components/ui/use-element-id';
import { NonceContext } from '~/components/layout/nonce';
import { LocaleContext } from '~/i18n/use-text';

const abortAfter = 5_000;

/** What a reader asked for in vain is no fault of the server's: only its own faults are logged. */
export function handleError(error: unknown, { request }: ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  console.error(error);
}

/** The page as it is drawn; its ids are counted from one. */
function pageOf(
  remix: EntryContext,
  url: string,
  { nonce, preferences }: Pick<AppLoadContext, 'nonce' | 'preferences'>,
) {
  return (
    <NonceContext.Provider value={nonce}>
      <LocaleContext.Provider value={preferences.locale}>
        <ElementIds.Provider value={{ given: 0 }}>
          <RemixServer context={remix} url={url} abortDelay={abortAfter} nonce={nonce} />
        </ElementIds.Provider>
      </LocaleContext.Provider>
    </NonceContext.Provider>
  );
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, preferences }: AppLoadContext,
): Promise<Response> {
  passTopics(remix, headers);
  const { body, failed } = await drawnPage(pageOf(remix, request.url, { nonce, preferences }), {
    ...{ nonce, whole: isbot(request.headers.get('user-agent') ?? '') },
    mostMilliseconds: abortAfter + 1_000,
  });
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status });
}
