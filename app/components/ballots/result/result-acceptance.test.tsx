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

const rule = { thresholdPercent: 50, percentageBase: 'electorate' };

it('gives each bar the percentage and the length that the rule asks for, as the table does', () => {
  const html = renderToStaticMarkup(<AcceptanceFigures result={result} label={(id) => id} rule={rule} />);
  expect(html).toContain('25.0% (5/20)');
  const bars = html.slice(0, html.indexOf('<details'));
  expect(bars.match(/\d+(\.\d+)?%(?= ·)/g)).toEqual(['25%', '75%']);
  // Five of the seven papers: what stood beside "not passed".
  expect(html).not.toContain('71');
  // A bar was full where the option had most votes, whatever they were of.
  expect(bars.match(/(?<=bar-fill" style="width:)[\d.]+%/g)).toEqual(['25%', '75%']);
  expect(bars.match(/(?<=bar-mark" style="left:)[\d.]+%/g)).toEqual(['50%', '50%']);
  expect(bars).toContain('50%（须超过），以名册总票数为基数');
});

it('draws what nobody could vote on without a length, and never one beyond the base', () => {
  const none = { ...result, options: [option('none', 0, 0, false), option('odd', 9, 8, true)] };
  const html = renderToStaticMarkup(<AcceptanceFigures result={none} label={(id) => id} rule={rule} />);
  expect(html.match(/(?<=bar-fill" style="width:)[^"]+/g)).toEqual(['0%', '100%']);
});
