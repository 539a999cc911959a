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
export { closeArea, closedInto, holdingOpen, successorsOf } from './keeping/close-area.server';
export { ensureArea, isArea, levelOfArea } from './ensure-area.server';
export { importAreas } from './keeping/import-areas.server';
export { addAreas } from './keeping/add-areas.server';
export { addArea, areaNamesKept, mayKeepArea, renameArea } from './keeping/keep-area.server';
export { reopenArea } from './keeping/reopen-area.server';
export { offeredAreas } from './offered-areas.query.server';
export { mayPublishArea, publishArea, publishedFields } from './keeping/publish-area.server';
export { areaByCode, areasAround, areasNamed, isMapped } from './map/areas-with-places.query.server';
export { baseMap } from './map/base-map.query.server';
export type { DrawnAs, MapOf } from './map/base-map.query.server';
export { importMap } from './map/import-map.server';
export { areasOfLevel, outlinesOf } from './map/areas-of-level.query.server';
export type { AreaOfLevel } from './map/areas-of-level.query.server';
export { importCensus } from './census/import-census.server';
export { censusInUse, censusOf } from './census/census.query.server';
