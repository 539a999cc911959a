import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
/** What opens a database, of a test's own or of the portal's. */
const openers = [
  'tests/setup/database.ts',
  'app/platform/db/open-database.server.ts',
  'app/platform/db/migrate.server.ts',
];

function testsBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}

/** The files that are imported from a file, and from those, itself among them. */
function reachedFrom(
  file: string,
  importsOf: Record<string, { imports: { path: string; external?: boolean }[] }>,
): Set<string> {
  const reached = new Set([file]);
  for (const at of reached) {
    for (const { path: imported, external } of importsOf[at]?.imports ?? [])
      if (external !== true) reached.add(imported);
  }
  return reached;
}

/** The test files of these folders that put something in the place of a module: nobody may share what they load. */
export const testsThatReplaceModules = (folders: readonly string[]): string[] =>
  folders
    .flatMap(testsBelow)
    .filter((file) => /vi\.(?:mock|resetModules)\(/.test(readFileSync(path.join(root, file), 'utf8')));

/**
 * The test files of these folders that reach what opens a database, by what they import, over any number of files. The
 * rest come out alike whatever the database, and run once.
 */
export async function testsThatOpenADatabase(folders: readonly string[]): Promise<string[]> {
  const files = folders.flatMap(testsBelow);
  const { metafile } = await build({
    absWorkingDir: root,
    // As one: what imports what is asked for, and nothing that is written out.
    stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: root },
    alias: { '~': path.join(root, 'app') },
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    // Drawings of the style sheets, which lie beside the built files.
    external: ['/illustrations/*'],
    platform: 'node',
    outdir: 'none',
    format: 'esm',
    logLevel: 'error',
  });
  return files.filter((file) => {
    const reached = reachedFrom(file, metafile.inputs);
    return openers.some((opener) => reached.has(opener));
  });
}
