/** Generates the two database clients (SQLite, PostgreSQL) from the one schema; quick when nothing changed. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSchema, writeSchema } from './prisma-schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = path.join(root, 'app/platform/db/generated');
const stampFile = path.join(generated, 'stamp');
// Without the folder they go to: a copied or moved checkout has the same clients.
const schema = readSchema('sqlite').map(([name, text]) => [name, text.replace(/output\s*= ".*"/, '')]);
const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8'));
const stamp = createHash('sha256')
  .update(JSON.stringify([version, schema]))
  .digest('hex');

function generate(engine) {
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', writeSchema(engine)],
    {
      cwd: root,
      // Prisma would download its schema engine, which generating does not need: any executable satisfies it.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      // Shown only where it fails.
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
}

/** Generates what is missing or older than the schema. */
export async function generateClients() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error('Generating the database clients …');
  mkdirSync(generated, { recursive: true });
  for (const engine of ['sqlite', 'postgresql']) generate(engine);
  // Two that generate at once: whoever reads the stamp reads a whole one.
  const unfinished = `${stampFile}.${process.pid}`;
  writeFileSync(unfinished, stamp);
  renameSync(unfinished, stampFile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateClients();
