export const events = {
  'areas.imported': 'imported {title} areas',
  'map.imported': 'imported {title} lines and outlines of the map',
  'area.published': '“{title}” published its grid information',
};
