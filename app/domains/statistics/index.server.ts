export { recountStatistics } from './recount-statistics.server';
export { formulaInUse } from './formula.query.server';
export { totalOf } from './statistics.query.server';
