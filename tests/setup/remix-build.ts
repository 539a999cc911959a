import type { ActionFunction, AppLoadContext, LoaderFunction, ServerBuild } from '@remix-run/node';

export interface BareRoute {
  path: string;
  /** A page answers a document, a resource the loader's own answer. */
  page: boolean;
  loader?: LoaderFunction;
  action?: ActionFunction;
}

/** An action alone, without its page: what it answers for the page is sent as JSON with its status. */
export function actionRoute(path: string, { action }: { action: unknown }): BareRoute {
  const act = action as ActionFunction;
  return {
    path,
    page: false,
    action: async (args) => {
      const answer: unknown = await act(args);
      if (answer instanceof Response) return answer;
      const { data, init } = answer as { data?: unknown; init?: ResponseInit | null };
      return Response.json(data ?? answer, init ?? {});
    },
  };
}

/** A build of Remix made by hand: what the server around it does is tested without Vite. */
export function remixBuild(
  routes: BareRoute[],
  document: (nonce: string, context: AppLoadContext) => Response,
): ServerBuild {
  const component = () => null;
  return {
    entry: {
      module: {
        default: (_request, status, headers, _context, loadContext) => {
          const answer = document(String(loadContext.nonce), loadContext);
          answer.headers.forEach((value, name) => headers.set(name, value));
          return new Response(answer.body, { status, headers });
        },
        handleError: () => undefined,
      },
    },
    routes: {
      root: { id: 'root', path: '', module: { default: component } },
      ...Object.fromEntries(
        routes.map(({ path, page, loader, action }) => [
          path,
          {
            id: path,
            path,
            parentId: 'root',
            module: { ...(page && { default: component }), loader, action },
          },
        ]),
      ),
    } as ServerBuild['routes'],
    assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: 'test' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true } as ServerBuild['future'],
    isSpaMode: false,
    mode: 'production',
  };
}
