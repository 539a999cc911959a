import type { LoaderFunctionArgs } from '@remix-run/node';
import { webManifest } from '~/http/answers/web-manifest.server';

/** In the language of whoever asks. */
export async function loader({ context: { profile, preferences } }: LoaderFunctionArgs) {
  const manifest = webManifest(await profile(), preferences.locale);
  return new Response(JSON.stringify(manifest), {
    headers: {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      Vary: 'Cookie, Accept-Language',
    },
  });
}
