export { areaNames, areaPage, areaTrail, areaTree, topAreas } from './area.query.server';
export type { AreaChoice } from './area.query.server';
export { ensureArea, isArea } from './ensure-area.server';
export { importAreas } from './import-areas.server';
export { mayPublishArea, publishArea, publishedFields } from './publish-area.server';
