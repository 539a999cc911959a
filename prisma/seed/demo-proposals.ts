import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../app/lib/csv/read-csv';

export interface DemoProposal {
  title: string;
  category: string;
  /** Index of the community. */
  community: number;
  /** As its author wrote it, and what it says in English, so that a newcomer can judge. */
  body: string;
  /** The scene that its author took a picture of: prisma/seed/pictures/scenes.ts. */
  picture: string;
}

/** Eighty matters as residents would write them. */
function readProposals(): DemoProposal[] {
  const csv = readCsv(readFileSync(path.resolve('prisma/seed/proposals.csv')), { mostRows: 200 });
  if (!csv.ok) throw new Error(`proposals.csv: ${JSON.stringify(csv.faults)}`);
  return csv.records.map(({ cells: { title = '', community, category = '', picture = '', ...said } }) => ({
    title,
    category,
    community: Number(community),
    body: `**现在的情况**\n\n${said.now}\n\n**我们的建议**\n\n${said.wish}\n\n> **In English:** ${said.english}`,
    picture,
  }));
}

let read: DemoProposal[] | undefined;

/** Read once, when the demo is told: a portal that only starts has no use for them. */
export const proposalTexts = (): DemoProposal[] => (read ??= readProposals());
