import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AcceptanceFigures } from './result-acceptance';
import type { SupportResult } from '~/domains/ballots/rules/outcome';

const option = (id: string, yes: number, denominator: number, accepted: boolean) => ({
  option: id,
  votes: yes,
  answers: { yes, no: 2, abstain: 0 },
  share: { numerator: yes, denominator },
  base: 'electorate' as const,
  accepted,
});

const result: SupportResult = {
  kind: 'support',
  options: [option('bins', 5, 20, false), option('lamps', 6, 8, true)],
  ...{ papers: 7, invalid: 0, electorateSize: 20, quorumReached: true, winners: ['lamps'], ties: [] },
  turnout: { numerator: 7, denominator: 20 },
};

it('gives each bar the percentage that the rule asks for, as the table does', () => {
  const html = renderToStaticMarkup(<AcceptanceFigures result={result} label={(id) => id} />);
  expect(html).toContain('25.0% (5/20)');
  const bars = html.slice(0, html.indexOf('<details'));
  expect(bars.match(/\d+(\.\d+)?%(?= ·)/g)).toEqual(['25%', '75%']);
  // Five of the seven papers: what stood beside "not passed".
  expect(html).not.toContain('71');
});
