import { Command, CommanderError } from 'commander';
import { addAuditCommand, addDatabaseCommands } from './commands/database';
import { addPortalCommands } from './commands/portal';
import { addResearchCommands } from './commands/research';
import { addUpkeepCommands } from './commands/upkeep';
import { UsageError } from './usage-error';
import { DomainError } from '~/domains/domain-error';
import { reasonText } from '~/i18n/reason-text';
import { ConfigurationError } from '~/platform/configuration.server';

const program = new Command('gongzhi')
  .description('Gongzhi 共治: an open portal for participatory local governance')
  .usage('<command> [options]')
  .helpCommand(false)
  .exitOverride()
  .showHelpAfterError('(gongzhi --help lists the commands)')
  .addHelpText(
    'after',
    '\nEnds with 0 when done, 1 when it could not be done, 2 when the call or its input is wrong.',
  );

program.commandsGroup('Serving:');
addPortalCommands(program);
program.commandsGroup('Administration:');
addDatabaseCommands(program);
addAuditCommand(program);
addUpkeepCommands(program);
program.commandsGroup('Counting and checking (no database):');
addResearchCommands(program);

/** 0 done, 1 could not be done, 2 the call or its input is wrong. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const inputs = [UsageError, ConfigurationError, DomainError];
  return inputs.some((kind) => error instanceof kind) ? 2 : 1;
}

function words(error: unknown): string {
  if (error instanceof DomainError) return reasonText('en', error);
  return error instanceof Error ? error.message : String(error);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    process.stderr.write(`${words(error)}\n`);
  }
  process.exit(exitCodeOf(error));
}
