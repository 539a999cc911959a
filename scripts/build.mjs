/** Builds the portal and the command line (with the server); does nothing for what is up to date. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateClients } from './generate-client.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const buildDirectory = path.resolve(root, process.env.GONGZHI_BUILD_DIRECTORY ?? 'build');
const commandLineDirectory = path.join(buildDirectory, 'cli');
export const commandLineFile = path.join(commandLineDirectory, 'gongzhi.js');
const portalFile = path.join(buildDirectory, 'server/index.js');

const sourceFolders = ['app', 'prisma/seed', 'prisma/schema', 'public', 'scripts/client-words'];
const sourceFiles = [
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
  'scripts/build.mjs',
];

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes(`${path.sep}generated${path.sep}`));
}

/** Stands for what is in the sources and not for when they were written: a copy of the project is as fresh. */
function sourcesStamp() {
  const hash = createHash('sha256');
  const files = [...sourceFolders.flatMap((folder) => filesIn(path.join(root, folder))).sort()];
  files.push(...sourceFiles.map((name) => path.join(root, name)));
  for (const file of files) {
    if (existsSync(file)) hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(buildDirectory, `${name}.stamp`);

function isFresh(name, product, stamp) {
  const file = stampFile(name);
  return existsSync(product) && existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

async function bundleCommandLine() {
  const { build } = await import('esbuild');
  rmSync(commandLineDirectory, { recursive: true, force: true });
  await build({
    entryPoints: {
      gongzhi: path.join(root, 'app/cli/main.ts'),
      // Started in threads of their own: see app/platform/threads.
      'count-papers': path.join(root, 'app/domains/ballots/counting/count-papers.thread.ts'),
      'read-pb': path.join(root, 'app/domains/ballots/files/read-pb.thread.ts'),
      'paper-work': path.join(root, 'app/platform/pdf/paper-work.thread.ts'),
      'draw-council': path.join(root, 'app/domains/councils/drawing/draw-council.thread.ts'),
      'draw-picture': path.join(root, 'app/domains/opinions/pictures/draw-picture.thread.ts'),
      'hide-numbers': path.join(root, 'app/domains/statistics/told/hide-numbers.thread.ts'),
      'write-workbook': path.join(root, 'app/platform/files/write-workbook.thread.ts'),
      'decode-heic': path.join(root, 'app/platform/files/decode-heic.thread.ts'),
    },
    outdir: commandLineDirectory,
    // What a command does not need is not loaded.
    splitting: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    alias: { '~': path.join(root, 'app') },
    logLevel: 'warning',
  });
}

/** Bundles the pages for browser and server. Remix empties the whole build directory first. */
function bundlePortal() {
  console.error('Building the portal (about half a minute) …');
  const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js');
  execFileSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** The version that Remix gives to what browsers are sent: another one means another build. */
function clientVersion() {
  const names = readdirSync(path.join(buildDirectory, 'client/assets'));
  const [, version] = names.map((name) => /^manifest-([\w-]+)\.js$/.exec(name)).find(Boolean) ?? [];
  if (!version) throw new Error('The build has no manifest of Remix');
  return version;
}

/** What runs beside the pages, without a network too: one file at the root, so that it answers for all of them. */
async function bundleServiceWorker() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: { 'service-worker': path.join(root, 'app/service-worker/worker.ts') },
    outdir: path.join(buildDirectory, 'client'),
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2020',
    format: 'iife',
    alias: { '~': path.join(root, 'app') },
    define: { buildVersion: JSON.stringify(clientVersion()) },
    logLevel: 'warning',
  });
}

/** Builds what is missing or older than its sources: the command line, and the portal where it is wanted. */
export async function buildWhatIsStale({ portal }) {
  await generateClients();
  const stamp = sourcesStamp();
  const remember = (name) => {
    mkdirSync(buildDirectory, { recursive: true });
    writeFileSync(stampFile(name), stamp);
  };
  if (portal && !isFresh('portal', portalFile, stamp)) {
    bundlePortal();
    await bundleServiceWorker();
    remember('portal');
  }
  if (!isFresh('cli', commandLineFile, stamp)) {
    await bundleCommandLine();
    remember('cli');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWhatIsStale({ portal: true });
