import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UsageError } from '../usage-error';
import { parsedJson } from '~/lib/parsed-json';

const seenSchema = z.object({
  size: z.number().int().min(0),
  /** In base64. */
  root: z.string(),
  /** As the log signed it, with the witness's cosignature. */
  note: z.string(),
});
export type SeenHead = z.output<typeof seenSchema>;

const stateSchema = z.record(z.string(), seenSchema);

/** The newest head of each log that the witness has cosigned: what it must never forget, nor go back behind. */
export interface WitnessState {
  seen(origin: string): SeenHead | null;
  /** On the disk when it answers: only then is a cosignature handed out. */
  keep(origin: string, head: SeenHead): void;
}

function read(file: string): Record<string, SeenHead> {
  if (!existsSync(file)) return {};
  const parsed = stateSchema.safeParse(parsedJson(readFileSync(file, 'utf8')));
  if (!parsed.success)
    throw new UsageError(`${file} is not what a witness has kept: put back the right file`);
  return parsed.data;
}

function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** In a file of its own; read anew each time, so that one that was put in its place counts. */
export function fileState(file: string): WitnessState {
  read(file);
  return {
    seen: (origin) => read(file)[origin] ?? null,
    keep: (origin, head) => {
      const text = `${JSON.stringify({ ...read(file), [origin]: head }, null, 2)}\n`;
      const handle = openSync(`${file}.new`, 'w', 0o600);
      writeSync(handle, text);
      fsyncSync(handle);
      closeSync(handle);
      renameSync(`${file}.new`, file);
      syncDirectory(path.dirname(file));
    },
  };
}
