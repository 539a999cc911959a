/** Numbers of work orders by area, department, category and month, and the formula by which offices are compared. */
export { addMeasures } from './rules/measures';
export { recountStatistics } from './recount-statistics.server';
export { formulaInUse } from './formula.query.server';
export { firstMonth, totalOf } from './statistics.query.server';
export { measuresByArea, volumes } from './volumes.query.server';
export type { Volume } from './volumes.query.server';
export { hideNumbers } from './told/hide-numbers.server';
export { closedOrders } from './told/closed-orders.query.server';
export { toldOfYears } from './told/hidden-of-year.server';
export { toldSums } from './told/told-figures.query.server';
export { rowsOfSums, sumsOfAreas } from './rules/sums-of-areas';
export { wholePortal } from './rules/told-shape';
export { fewestShown } from './rules/small-numbers';
