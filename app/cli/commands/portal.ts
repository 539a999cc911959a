import type { Command } from 'commander';
import type { ServeMode } from '../serve';
import { readConfiguration } from '~/platform/configuration.server';

async function run(mode: ServeMode): Promise<void> {
  const demo = mode === 'production' ? {} : { DEMO_MODE: 'true' };
  const { serve } = await import('../serve');
  await serve(readConfiguration({ ...demo, ...process.env }), mode);
}

/** The commands that serve the portal. */
export function addPortalCommands(program: Command): void {
  program
    .command('start')
    .description('serve the portal with the demo community (what `npm start` does)')
    .action(() => run('demo'));
  program
    .command('serve')
    .description('serve the portal to real people; refuses demo secrets')
    .action(() => run('production'));
  program
    .command('dev')
    .description('serve the demo while the code changes')
    .action(() => run('development'));
}
