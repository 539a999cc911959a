import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { givenPath } from '../given-file';

/** Reads a file of a log by its path; null where there is none. Throws where it cannot be known, or is too long. */
export type ReadLogFile = (file: string) => Promise<Uint8Array | null>;

/** A full bundle of the longest entries. */
const mostBytes = 256 * (2 + 65_535);
const longestMilliseconds = 30_000;

async function boundedBody(answer: Response, url: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > mostBytes) throw new Error(`${url} is longer than a file of a log can be`);
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

function atAddress(prefix: string): ReadLogFile {
  const base = prefix.replace(/\/+$/, '');
  return async (file) => {
    const url = `${base}/${file}`;
    const signal = AbortSignal.timeout(longestMilliseconds);
    const answer = await fetch(url, { redirect: 'error', signal }).catch((error: unknown) => {
      throw new Error(`${url} cannot be read`, { cause: error });
    });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    return boundedBody(answer, url);
  };
}

/** Null where there is no file; a folder that is in the way is no file. */
export async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The files of a log under an address, or in a folder such as a mirror. */
export function logSource(place: string): ReadLogFile {
  if (/^https?:\/\//.test(place)) return atAddress(place);
  return (file) => readIfThere(path.join(givenPath(place), file));
}
