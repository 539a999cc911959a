export { areaChoices, areaFilter, fewAreas } from './area-choices.query.server';
export {
  allDirectlyBelow,
  areaIdsBelow,
  areaNames,
  areaPage,
  areasDirectlyBelow,
  areaTrail,
  openAreasNamed,
  officialAreaNames,
  topAreas,
} from './area.query.server';
export { areasOffered, findAreas, findAsked } from './find-areas.query.server';
export type { AreaChoice } from './area.query.server';
export { closeArea, closedInto, holdingOpen, successorsOf } from './close-area.server';
export { ensureArea, isArea, levelOfArea } from './ensure-area.server';
export { importAreas } from './import-areas.server';
export { addAreas } from './add-areas.server';
export { addArea, areaNamesKept, mayKeepArea, renameArea } from './keep-area.server';
export { reopenArea } from './reopen-area.server';
export { offeredAreas } from './offered-areas.query.server';
export { mayPublishArea, publishArea, publishedFields } from './publish-area.server';
export { areaByCode, areasAround, areasNamed, isMapped } from './areas-with-places.query.server';
export { baseMap } from './base-map.query.server';
export type { DrawnAs, MapOf } from './base-map.query.server';
export { importMap } from './import-map.server';
export { areasOfLevel, outlinesOf } from './areas-of-level.query.server';
export type { AreaOfLevel } from './areas-of-level.query.server';
export { importCensus } from './census/import-census.server';
export { censusInUse, censusOf } from './census/census.query.server';
