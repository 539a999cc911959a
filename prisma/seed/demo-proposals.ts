import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

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
  const csv = readFileSync(path.resolve('prisma/seed/proposals.csv'), 'utf8');
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  return rows.map(({ title = '', community, category = '', now, wish, english, picture = '' }) => ({
    title,
    category,
    community: Number(community),
    body: `**现在的情况**\n\n${now}\n\n**我们的建议**\n\n${wish}\n\n> **In English:** ${english}`,
    picture,
  }));
}

export const proposalTexts = readProposals();
