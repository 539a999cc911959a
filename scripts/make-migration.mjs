/**
 * Writes the next migration of both engines: the difference from the schema that the last one left
 * (prisma/migrations/<engine>/last-schema) to prisma/schema. Uses Prisma's schema engine as WebAssembly,
 * so nothing is downloaded. `--fresh` rewrites them all, but the
 * hand-written search, as one first migration: only while nothing has been released.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { readSchema } from './prisma-schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean' } },
});
const name = values.fresh ? 'first' : positionals[0];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration -- NAME (small letters, digits and _), or --fresh');
  process.exit(2);
}

async function loadEngine() {
  const folder = path.join(root, 'node_modules/@prisma/schema-engine-wasm');
  const module = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': module });
  module.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return module.SchemaEngine;
}

/** Comparing two schemas asks the server for little: none is needed. */
const queryable = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => {},
};
const unconnected = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => queryable,
  connectToShadowDb: async () => queryable,
};

const factories = {
  sqlite: () => new PrismaBetterSqlite3({ url: ':memory:' }),
  postgresql: () => unconnected,
};

const containers = (files) => files.map(([file, content]) => ({ path: file, content }));
const SchemaEngine = await loadEngine();
const stamp = values.fresh ? '20261124000000' : new Date().toISOString().replace(/\D/g, '').slice(0, 14);

for (const engine of ['sqlite', 'postgresql']) {
  const folder = path.join(root, 'prisma/migrations', engine);
  const snapshot = path.join(folder, 'last-schema');
  mkdirSync(folder, { recursive: true });
  if (values.fresh) {
    rmSync(snapshot, { force: true });
    for (const old of readdirSync(folder))
      if (/^\d+_(?!search$)/.test(old)) rmSync(path.join(folder, old), { recursive: true });
  }
  // The output folder in the text is this machine's: the snapshot keeps the models only.
  const wanted = readSchema(engine).map(([file, text]) => [
    file,
    text.replace(/^\s*output.*$/m, '  output = "./generated"'),
  ]);
  const schemaEngine = await SchemaEngine.new(
    { datamodels: wanted },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factories[engine]()),
  );
  const before = existsSync(snapshot) ? JSON.parse(readFileSync(snapshot, 'utf8')) : null;
  const { stdout } = await schemaEngine.diff({
    from: before ? { tag: 'schemaDatamodel', files: containers(before), configDir: '.' } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: containers(wanted), configDir: '.' },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (!stdout || stdout.includes('This is an empty migration')) {
    console.log(`${engine}: nothing to migrate`);
    continue;
  }
  const target = path.join(folder, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'migration.sql'), stdout);
  writeFileSync(path.join(folder, 'migration_lock.toml'), `provider = "${engine}"\n`);
  writeFileSync(snapshot, JSON.stringify(wanted, null, 1));
  console.log(`${engine}: ${path.relative(root, target)}`);
}
