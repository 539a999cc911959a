import type { Highs } from 'highs';
import { Program } from './program';
import type { ProgramGiven } from './program';

/** Makes programs. The caller disposes of each: what WebAssembly holds is not collected. */
export type Solver = (given: ProgramGiven) => Program;

let loading: Promise<Highs> | undefined;

/** The solver HiGHS, loaded when it is first asked for: 3.5 MB of WebAssembly. */
export async function loadSolver(): Promise<Solver> {
  loading ??= import('highs').then(({ default: load }) => load());
  const highs = await loading;
  return (given) => new Program(highs, given);
}

/** Runs `use` with a program and disposes of it, whatever happens. */
export function withProgram<Result>(
  solver: Solver,
  given: ProgramGiven,
  use: (program: Program) => Result,
): Result {
  const program = solver(given);
  try {
    return use(program);
  } finally {
    program.dispose();
  }
}
