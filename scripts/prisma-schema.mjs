/** The one Prisma schema, and the variant of it for an engine. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = path.join(root, 'prisma/schema');

/** Pairs of file name and text, with the provider and the output folder of the engine. */
export function readSchema(engine) {
  return readdirSync(source)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(source, name), 'utf8')
        .replace('provider = "sqlite"', `provider = "${engine}"`)
        .replace(/output\s*= ".*"/, `output = "${path.join(root, 'app/platform/db/generated', engine)}"`);
      return [name, text];
    });
}

/** Writes the variant of an engine into the ignored folder and answers where. */
export function writeSchema(engine) {
  const folder = path.join(root, 'node_modules/.cache/gongzhi-schema', engine);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of readSchema(engine)) writeFileSync(path.join(folder, name), text);
  return folder;
}
