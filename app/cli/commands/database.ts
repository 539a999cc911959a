import type { Command } from 'commander';
import { readGivenFile } from '../given-file';
import { readConfiguration } from '~/platform/configuration.server';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function migrateDatabase(): Promise<void> {
  const { migrate } = await import('~/platform/db/migrate.server');
  const applied = await migrate(readConfiguration(process.env).databaseDirectUrl, { log: say });
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length}.`);
}

async function loadDemo(): Promise<void> {
  const { migrate } = await import('~/platform/db/migrate.server');
  const { openServices } = await import('~/http/server/services.server');
  const { loadDemoIfEmpty } = await import('../../../prisma/seed/load-demo.server');
  const configuration = readConfiguration(process.env);
  await migrate(configuration.databaseDirectUrl, { log: say });
  const services = await openServices(configuration);
  try {
    const people = await services.database.read.person.count();
    if (people > 0) say(`Nothing was loaded: the database holds ${people} people.`);
    else await loadDemoIfEmpty(services, say);
  } finally {
    await services.database.close();
  }
}

interface AdministratorOptions {
  email: string;
  name: string;
  area: string;
  passwordFile?: string;
}

async function createAdministrator({ passwordFile, ...options }: AdministratorOptions): Promise<void> {
  const password = passwordFile ? readGivenFile(passwordFile).toString('utf8').trim() : null;
  const command = await import('../create-administrator');
  await command.createAdministrator(readConfiguration(process.env), { ...options, password }, say);
}

async function importAreas(file: string): Promise<void> {
  const command = await import('../import-areas');
  process.exitCode = await command.importAreasFile(readConfiguration(process.env), readGivenFile(file), say);
}

async function importDepartments(
  file: string,
  { reason, dryRun = false }: { reason: string; dryRun?: boolean },
): Promise<void> {
  const command = await import('../import-departments');
  const call = { table: readGivenFile(file), reason, dryRun };
  process.exitCode = await command.importDepartmentsFile(readConfiguration(process.env), call, say);
}

interface CensusOptions {
  year: string;
  source: string;
  dryRun?: boolean;
}

async function importCensus(file: string, options: CensusOptions): Promise<void> {
  const command = await import('../import-census');
  const call = { table: readGivenFile(file), ...options, dryRun: options.dryRun ?? false };
  process.exitCode = await command.importCensusFile(readConfiguration(process.env), call, say);
}

async function importMap(file: string, { coordinates }: { coordinates: string }): Promise<void> {
  const command = await import('../import-map');
  const text = readGivenFile(file).toString('utf8');
  const call = { text, system: command.systemCalled(coordinates) };
  process.exitCode = await command.importMapFile(readConfiguration(process.env), call, say);
}

async function recountStatistics(): Promise<void> {
  const { recount } = await import('../recount-statistics');
  await recount(readConfiguration(process.env), say);
}

async function auditTheLog(): Promise<void> {
  const { audit } = await import('../audit-log');
  process.exitCode = await audit(readConfiguration(process.env), say);
}

async function confirmTheClock(): Promise<void> {
  const { withMigrated } = await import('../open-migrated');
  const { confirmClock } = await import('~/platform/jobs/known-time.server');
  await withMigrated(readConfiguration(process.env), ({ database, clock }) =>
    confirmClock(database, clock.now()),
  );
  say('Noted: the running portal believes its clock.');
}

interface ImportOptions {
  area: string;
  system: string;
  dryRun?: boolean;
}

async function importWorkOrders(
  file: string,
  { area, system, dryRun = false }: ImportOptions,
): Promise<void> {
  const command = await import('../exchange-orders');
  const call = { bytes: readGivenFile(file), areaId: area, system, dryRun };
  process.exitCode = await command.importOrdersFile(readConfiguration(process.env), call, say);
}

async function exportWorkOrders(file: string | undefined, { area }: { area: string }): Promise<void> {
  const command = await import('../exchange-orders');
  await command.exportOrdersFile(readConfiguration(process.env), { areaId: area, file });
}

function addTerritoryCommands(program: Command): void {
  program
    .command('import-areas <file>')
    .description('import areas from CSV or .xlsx: code,name,name_en,latitude,longitude; all lines or none')
    .action(importAreas);
  program
    .command('import-departments <file>')
    .description(
      'import departments from CSV or .xlsx: credit_code,name,area,about,contact,mail; all lines or none',
    )
    .requiredOption('--reason <words>', 'ground or reason, which stands in the public history')
    .option('--dry-run', 'check every line and import nothing')
    .action(importDepartments);
  program
    .command('import-map <file>')
    .description(
      'import outlines of areas (property code) and water, parks, rails and streets from GeoJSON; all features or none',
    )
    .option('--coordinates <system>', 'system of the file: wgs-84, gcj-02 or bd-09', 'wgs-84')
    .action(importMap);
  program
    .command('import-census <file>')
    .description(
      'import people by area and age from CSV or .xlsx: area_code,age_band,people; all lines or none',
    )
    .requiredOption('--year <year>', 'year to which the figures belong')
    .requiredOption('--source <words>', 'where they are from')
    .option('--dry-run', 'check every line and import nothing')
    .action(importCensus);
}

/** The commands of administrators: what is done to the database outside the browser. */
export function addDatabaseCommands(program: Command): void {
  program.command('migrate').description('bring the database up to date').action(migrateDatabase);
  program
    .command('create-administrator')
    .description('create an administrator, or make a person one')
    .requiredOption('--email <address>', 'mail address')
    .requiredOption('--name <name>', 'display name')
    .requiredOption('--area <id>', 'area in which and below which the role holds')
    .option('--password-file <file>', 'file with the password; without it a mail link sets it')
    .action(createAdministrator);
  addTerritoryCommands(program);
  program
    .command('recount-statistics')
    .description('count every work order anew for the statistics, and say what had to be corrected')
    .action(recountStatistics);
  program
    .command('import-work-orders <file>')
    .description('import work orders from CSV or .xlsx with the columns of GeoReport Bulk; all lines or none')
    .requiredOption('--area <id>', 'area in which and below which the orders lie')
    .option('--system <name>', 'system whose numbers the orders carry', '12345')
    .option('--dry-run', 'check every line and import nothing')
    .action(importWorkOrders);
  program
    .command('export-work-orders [file]')
    .description(
      'export work orders as CSV with the columns of GeoReport Bulk; without a file to standard output',
    )
    .requiredOption('--area <id>', 'area in which and below which the orders lie')
    .action(exportWorkOrders);
  program
    .command('confirm-clock')
    .description('say that the clock is right after it jumped ahead: what waits for that goes on')
    .action(confirmTheClock);
  program.command('load-demo').description('load the demo community into an empty database').action(loadDemo);
}

/** The command that says whether the record is still what it was. */
export function addAuditCommand(program: Command): void {
  program
    .command('audit-log')
    .description('compare the public log with the events, and name what was changed past the portal')
    .action(auditTheLog);
}
