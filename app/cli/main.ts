import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { createAdministrator } from './create-administrator';
import { importAreasFile } from './import-areas';
import { serve } from './serve';
import { openServices } from '~/http/services.server';
import { backup } from '~/platform/db/backup.server';
import { migrate } from '~/platform/db/migrate.server';
import { readConfiguration } from '~/platform/configuration.server';

/** Exit codes: 0 done, 1 could not be done, 2 the call or its input is wrong. */
const program = new Command('gongzhi')
  .description('Gongzhi 共治: an open portal for participatory local governance')
  .exitOverride()
  .showHelpAfterError('(gongzhi --help lists the commands)');

const say = (line: string) => process.stdout.write(`${line}\n`);
const configuration = (demo = false) =>
  readConfiguration(demo ? { ...process.env, DEMO_MODE: process.env.DEMO_MODE ?? 'true' } : process.env);

program
  .command('start')
  .description('Serve the portal with the demo community (what `npm start` does)')
  .action(() => serve(configuration(true), 'demo'));
program
  .command('dev')
  .description('Serve the demo while the code changes')
  .action(() => serve(configuration(true), 'development'));
program
  .command('serve')
  .description('Serve the portal in production; refuses demo secrets')
  .action(() => serve(configuration(), 'production'));
program
  .command('migrate')
  .description('Bring the database up to date')
  .action(async () => {
    const applied = await migrate(configuration().databaseUrl, { log: say });
    say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length}.`);
  });
program
  .command('create-administrator')
  .description('Create an administrator, or make a person one')
  .requiredOption('--email <address>', 'mail address')
  .requiredOption('--name <name>', 'display name')
  .requiredOption('--area <id>', 'area in which and below which the role holds')
  .option('--password-file <file>', 'file with the password; without it a mail link sets it')
  .action(async (options: { email: string; name: string; area: string; passwordFile?: string }) => {
    const password = options.passwordFile ? readFileSync(options.passwordFile, 'utf8').trim() : null;
    await createAdministrator(configuration(), { ...options, password }, say);
  });
program
  .command('import-areas')
  .argument('<file>', 'CSV with the columns code,name,name_en,latitude,longitude')
  .description('Import areas; names each bad line and imports nothing if any is bad')
  .action(async (file: string) => {
    process.exitCode = await importAreasFile(configuration(), file, say);
  });
program
  .command('load-demo')
  .description('Load the demo community into an empty database')
  .action(async () => {
    await migrate(configuration().databaseUrl, { log: say });
    const services = await openServices(configuration());
    const { loadDemoIfEmpty } = await import('../../prisma/seed/load-demo.server');
    await loadDemoIfEmpty(services, say);
    await services.database.close();
  });
program
  .command('backup')
  .argument('<file>', 'new file for the copy')
  .description('Copy the SQLite database while it is in use')
  .action(async (file: string) => {
    await backup(configuration().databaseUrl, file);
    say(`Copied to ${file}`);
  });

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

await main();
