import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { ResearchIo } from './research-io';
import { UsageError } from './usage-error';

/** Runs a command and answers its exit code: what `act` answers, or 2, with one line on stderr, for a UsageError. */
export async function answerCall(
  name: string,
  io: ResearchIo,
  act: () => number | Promise<number>,
): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // What is quoted from a file may hold anything; the line stays one line.
    io.stderr(`gongzhi ${name}: ${error.message.replaceAll(/[\s\p{C}]+/gu, ' ')}\n`);
    return 2;
  }
}

/** The options and the files named in a call. Throws UsageError for options that are not known. */
export function readCall<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    const words = error instanceof Error ? error.message : 'unknown option';
    // The first sentence; what follows is advice for other programs.
    throw new UsageError(words.replace(/\. .*$/s, ''));
  }
}

/** The one file that a call names. */
export function onlyFile(name: string, positionals: string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError(`which file? See gongzhi ${name} --help`);
  if (others.length > 0) throw new UsageError(`one file at a time, not also ${others.join(', ')}`);
  return file;
}

/** Throws UsageError where the file cannot be read. */
export function bytesOf(io: ResearchIo, file: string): Uint8Array {
  try {
    return io.readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(reason.startsWith(file) ? reason : `cannot read ${file}: ${reason}`);
  }
}
