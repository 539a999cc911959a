import type * as source from '../zh-CN/territory-told';

export const events: Record<keyof typeof source.events, string> = {
  'areas.imported': 'imported {title} areas',
  'map.imported': 'imported {title} lines and outlines of the map',
  'census.imported': 'imported {count} lines of census figures of {title}: {reason}',
  'area.added': '“{title}” was set up: {reason}',
  'area.renamed': '“{was}” is now “{title}”: {reason}',
  'area.published': '“{title}” published its grid information',
  'area.closed': '“{was}” was closed into “{title}”: {reason}',
  'area.reopened': '“{title}” is open again and no longer part of “{was}”: {reason}',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'territory.administrators-only': 'Names of areas are kept by administrators of the area or of one above.',
  'territory.same-name': 'The name is the same as before.',
  'territory.no-code': 'This is no division code: 12 digits, or 15 of a grid.',
  'territory.not-below': 'This code does not lie right below the area.',
  'territory.known-code': 'There is an area with this code already.',
  'territory.not-closed': 'This area is not closed.',
  'territory.closed': 'This area is closed.',
  'territory.closed-into': 'This area was closed into “{successor}”: please choose that one.',
  'territory.other-level': 'Please choose another area of the same level.',
  'territory.held-by-areas': 'Areas below it that are open: {count}. Please close those first.',
  'territory.held-by-ballots': 'Ballots that have not ended: {count}.',
  'territory.held-by-councils': 'Draws of lots that have not ended: {count}.',
};
