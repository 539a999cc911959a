/** Numbers of work orders by area, department, category and month, and the formula by which offices are compared. */
export { addMeasures } from './rules/measures';
export { recountStatistics } from './recount-statistics.server';
export { formulaInUse } from './formula.query.server';
export { firstMonth, totalOf } from './statistics.query.server';
export { measuresByArea, turnOfSums, volumes } from './volumes.query.server';
export type { Volume } from './volumes.query.server';
