import type { RequestHandler } from 'express';
import { z } from 'zod';
import { paths } from '~/paths';
import { preferencesOf } from '../preferences.server';
import { contextFor } from '../server/services.server';
import type { Services } from '../server/services.server';
import { similarWhileTyping } from '~/domains/insights/similar/similar-matters.query.server';
import { cutText } from '~/lib/texts/cut-text';

const longestTitle = 60;
const schema = z.object({
  title: z.string().catch(''),
  except: z.string().max(26).catch(''),
});

/**
 * For forms: what is there already that reads like the title being typed, as JSON. Asked at every pause of everyone
 * who types, and the same for all: so it does not go through Remix, and nobody is looked up.
 */
export function similarTitles(services: Services): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET' || request.path !== paths.similar) return next();
    const asked = schema.parse(request.query);
    const title = cutText(asked.title, longestTitle);
    preferencesOf(request)
      .then(({ locale }) =>
        similarWhileTyping(contextFor(services, { kind: 'visitor' }, locale), services.similar, {
          ...asked,
          title,
        }),
      )
      .then((similar) => response.set('Cache-Control', 'no-store').json({ similar }))
      .catch(next);
  };
}
