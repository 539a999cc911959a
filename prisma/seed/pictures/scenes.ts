import { mendedScenes } from './scenes-mended';
import { homeScenes } from './scenes-of-homes';
import { streetScenes } from './scenes-of-streets';
import { outdoorScenes } from './scenes-outdoors';

/** What the pictures of the demo show, by their names in proposals.csv and in the story. */
export const scenes = { ...streetScenes, ...homeScenes, ...outdoorScenes, ...mendedScenes };

export type SceneName = keyof typeof scenes;

export const isScene = (name: string): name is SceneName => Object.hasOwn(scenes, name);
