/** Generates the two database clients (SQLite, PostgreSQL) from the one schema; quick when nothing changed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readSchema, writeSchema } from './prisma-schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = path.join(root, 'app/platform/db/generated');
const stampFile = path.join(generated, 'stamp');
// Without the folder they go to: a copied or moved checkout has the same clients.
const schema = readSchema('sqlite').map(([name, text]) => [name, text.replace(/output\s*= ".*"/, '')]);
const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8'));
/** What the clients were made of. */
export const stamp = createHash('sha256')
  .update(JSON.stringify([version, schema]))
  .digest('hex');

/** What it says is shown where it fails, with the error. */
function generate(engine) {
  return promisify(execFile)(
    process.execPath,
    [path.join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', writeSchema(engine)],
    {
      cwd: root,
      // Prisma would download its schema engine, which generating does not need: any executable satisfies it.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  );
}

/**
 * Writes the stamp beside and puts it in place of the old one: of two that generate at once whoever reads it reads a whole
 * one, and a checkout that shares its files with another by links leaves that one's as it is.
 */
export function keepStamp(file, stamp) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, stamp);
  renameSync(unfinished, file);
}

/** Generates what is missing or older than the schema. */
export async function generateClients() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error('Generating the database clients …');
  mkdirSync(generated, { recursive: true });
  await Promise.all(['sqlite', 'postgresql'].map(generate));
  keepStamp(stampFile, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateClients();
