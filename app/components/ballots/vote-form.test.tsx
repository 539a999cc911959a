import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { VoteForm } from './vote-form';

// Links are the router's; here a plain anchor stands in.
vi.mock('@remix-run/react', async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}));

const options = [
  { id: 'a', label: '东门路灯', proposalId: 'p1', costFen: 12_000_00, groupName: '照明' },
  { id: 'b', label: '口袋公园', proposalId: null, costFen: 90_000_00 },
];
const ballot = {
  id: 'ballot',
  kind: 'budget',
  maximumChoices: null,
  terms: { maximumScore: 5, entrusted: 0, budget: { fen: 100_000_00, paperFen: null } },
  options,
};

it('shows who may not vote, or not yet, what is voted on and what it costs', () => {
  for (const reason of ['ballots.residence-not-verified', 'ballots.not-yet-open'] as const) {
    const voting = { allowed: false, reason, words: '为什么不能投' } as const;
    const page = { ballot, voting, own: null, values: {}, kept: false, signedIn: true };
    const html = renderToStaticMarkup(<VoteForm page={page} />);
    for (const shown of ['为什么不能投', '口袋公园', '12,000', '90,000', '照明', 'href="/proposals/p1"'])
      expect(html).toContain(shown);
    expect(html).not.toContain('<form');
  }
});
