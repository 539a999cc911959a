import { isScene, scenes } from './scenes';
import type { SceneName } from './scenes';
import type { Context } from '../../../app/domains/context';
import { keepPicture, makePicture } from '../../../app/domains/files/pictures.server';
import type { MadePicture } from '../../../app/domains/files/pictures.server';

async function taken(name: SceneName): Promise<MadePicture> {
  const { default: sharp } = await import('sharp');
  const drawn = Buffer.from(scenes[name].draw());
  return makePicture(await sharp(drawn).png({ compressionLevel: 1 }).toBuffer());
}

/** What became of what a picture shows, once it has been done. */
const afterwards: Partial<Record<SceneName, SceneName>> = {
  ...{ lamp: 'lamp-mended', rubble: 'rubble-cleared', drain: 'drain-cleared', pothole: 'pothole-mended' },
  ...{ 'breakfast-stall': 'breakfast-mended', ramp: 'ramp-built', charging: 'charging-shed' },
  ...{
    'dark-path': 'path-lit',
    fitness: 'new-fitness',
    'bus-stop': 'new-shelter',
    'bare-park': 'park-planted',
  },
  ...{ stairs: 'stairs-railed', 'dark-alley': 'alley-lit', 'river-rubbish': 'river-clean', weeds: 'cleared' },
  ...{ corridor: 'corridor-clear', 'street-stall': 'street-clear' },
};

/**
 * The pictures that people of the demo bring: drawn by us, and handed in as anyone does. Each scene is drawn once, however
 * often it is shown.
 */
export function demoPictures() {
  const made = new Map<SceneName, Promise<MadePicture>>();
  const keep = async (ctx: Context, name: SceneName): Promise<string> => {
    const picture = made.get(name) ?? taken(name);
    made.set(name, picture);
    return keepPicture(ctx, await picture, { description: scenes[name].shows });
  };
  const keepNamed = async (ctx: Context, name: string | undefined): Promise<string[]> =>
    name !== undefined && isScene(name) ? [await keep(ctx, name)] : [];
  return {
    /** Hands in a picture by its name; none where the name says none. */
    taken: keepNamed,
    /** What a report shows: how it was and how it is; nothing where it cannot be seen in a picture. */
    reported: async (ctx: Context, name: string | undefined) => {
      const after = name !== undefined && isScene(name) ? afterwards[name] : undefined;
      if (after === undefined) return { before: [], after: [] };
      return { before: await keepNamed(ctx, name), after: await keepNamed(ctx, after) };
    },
  };
}
