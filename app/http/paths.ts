/** Every URL stands in app/paths.ts; this keeps the address under which pages and components know it. */
export * from '../paths';
