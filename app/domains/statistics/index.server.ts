/** Numbers of work orders by area, department, category and month, and the formula by which offices are compared. */
export { recountStatistics } from './recount-statistics.server';
export { formulaInUse } from './formula.query.server';
export { totalOf } from './statistics.query.server';
