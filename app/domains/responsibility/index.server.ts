export {
  departmentFor,
  noteGapOf,
  recordDispatchChoice,
  suggestDepartment,
} from './suggest-department.server';
export type { Suggestion } from './suggest-department.server';
export { chosenDepartment } from './list.query.server';
