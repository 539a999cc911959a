import type { Command } from 'commander';
import { readGivenFile } from '../given-file';
import type { ResearchIo } from '../research-io';

/** Answers the exit code. Reads its own arguments and prints its own help. */
type Run = (args: string[], io: ResearchIo) => number | Promise<number>;

interface Research {
  name: string;
  description: string;
  load: () => Promise<Run>;
}

/** What counts and checks without a database: each is loaded when it is called. */
const commands: Research[] = [
  {
    name: 'tally',
    description: 'count a ballot in Pabulib’s format',
    load: async () => (await import('../tally/tally')).runTally,
  },
  {
    name: 'opinions',
    description: 'find groups of opinion in votes as Polis exports them',
    load: async () => (await import('../opinions')).runOpinions,
  },
  {
    name: 'verify',
    description: 'count a published ballot anew, or check the public log, and say whether it holds',
    load: async () => (await import('../verify/verify')).runVerify,
  },
  {
    name: 'witness',
    description: 'watch over the public logs of other portals and cosign their heads',
    load: async () => (await import('../witness/witness')).runWitness,
  },
  {
    name: 'draw',
    description: 'draw a council by lot: fair chances, a list of panels, and the drawn one',
    load: async () => (await import('../draw/draw')).runDraw,
  },
  {
    name: 'similar',
    description: 'find the items nearest to a text',
    load: async () => (await import('../similar')).runSimilar,
  },
];

const io: ResearchIo = {
  readFile: readGivenFile,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};

export function addResearchCommands(program: Command): void {
  for (const { name, description, load } of commands) {
    program
      .command(name)
      .description(description)
      .argument('[arguments...]')
      .usage('FILE [options]')
      .helpOption(false)
      .allowUnknownOption()
      .action(async (args: string[]) => {
        const run = await load();
        process.exitCode = await run(args, io);
      });
  }
}
