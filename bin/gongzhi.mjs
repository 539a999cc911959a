#!/usr/bin/env node
/** Builds what is missing or out of date, then runs the command. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const oldest = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(`Gongzhi needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const command = process.argv[2] ?? '';
// Files that are named in a call lie where it was made; everything else lies in the project.
process.env.GONGZHI_INVOKED_FROM = process.cwd();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (existsSync('.env')) process.loadEnvFile('.env');
if (command !== 'dev') process.env.NODE_ENV ??= 'production';
if (command === 'start' || command === 'serve') {
  // A server lives long beside others: V8 would let the heap grow fourfold before it collects, and would keep
  // the memory in which it optimises Prisma's WebAssembly, for no gain that we could measure (docs/figures.md).
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--wasm-tiering-budget=200000000');
}

const { buildWhatIsStale, commandLineFile } = await import('../scripts/build.mjs');
try {
  await buildWhatIsStale({ portal: command === 'start' || command === 'serve' });
} catch (error) {
  console.error(`The portal could not be built: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
await import(pathToFileURL(commandLineFile).href);
