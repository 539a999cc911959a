export { noteGapOf, recordDispatchChoice, suggestDepartment } from './suggest-department.server';
export type { Suggestion } from './suggest-department.server';
export { countOpenGaps, dispatchChoices } from './list.query.server';
