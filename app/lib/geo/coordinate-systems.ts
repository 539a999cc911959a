/** Of the device, and of everything that the portal keeps. */
export const wgs84 = 'wgs-84';

/** In what maps are drawn: GCJ-02 by services in China by law, BD-09 by Baidu on top of it. */
export const coordinateSystems = [wgs84, 'gcj-02', 'bd-09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];
