/** Builds the command line (with the server) and the portal; does nothing for what is up to date. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const buildDirectory = path.resolve(root, process.env.GONGZHI_BUILD_DIRECTORY ?? 'build');
export const commandLineFile = path.join(buildDirectory, 'cli/gongzhi.js');

function sourcesStamp() {
  const hash = createHash('sha256');
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (!entry.name.includes('.test.'))
        hash.update(`${file}:${statSync(file).size}:${statSync(file).mtimeMs}\n`);
    }
  };
  for (const folder of ['app', 'prisma', 'public', 'scripts'])
    if (existsSync(path.join(root, folder))) visit(path.join(root, folder));
  for (const file of ['package-lock.json', 'vite.config.ts', 'remix.config.js']) {
    if (existsSync(path.join(root, file))) hash.update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function upToDate(name, stamp) {
  const file = path.join(buildDirectory, `${name}.stamp`);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

function remember(name, stamp) {
  mkdirSync(buildDirectory, { recursive: true });
  writeFileSync(path.join(buildDirectory, `${name}.stamp`), stamp);
}

export async function buildCommandLine() {
  await import('./generate-client.mjs');
  const stamp = sourcesStamp();
  if (upToDate('cli', stamp) && existsSync(commandLineFile)) return;
  const { build } = await import('esbuild');
  await build({
    entryPoints: [path.join(root, 'app/cli/main.ts')],
    outfile: commandLineFile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    alias: { '~': path.join(root, 'app') },
    logLevel: 'warning',
  });
  remember('cli', stamp);
}

export async function buildPortal() {
  const stamp = sourcesStamp();
  if (upToDate('portal', stamp) && existsSync(path.join(buildDirectory, 'server/index.js'))) return;
  console.log('Building the portal (about half a minute) …');
  const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js');
  execFileSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  remember('portal', stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildCommandLine();
  await buildPortal();
}
