import { defineEvents, nobody } from '../ledger/define-events';

const fields = {
  said: {},
  kept: {},
};

export const territoryEvents = defineEvents(fields, {
  /** Drops the pages of every process. */
  'areas.imported': { isPublic: false, topics: ['areas'], audience: () => nobody },
  'map.imported': { isPublic: false, topics: ['areas'], audience: () => nobody },
  'area.published': { isPublic: true, topics: ['areas'], audience: () => nobody },
});
