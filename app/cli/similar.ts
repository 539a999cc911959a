import type { ResearchIo } from './research-io';
import { answerCall, bytesOf, onlyFile, readCall } from './research-call';
import { UsageError } from './usage-error';
import { readSimilarItems } from './similar-items';
import { likelySame, SimilarIndex } from '~/lib/similar-texts/similar-index';

export const similarUsage = `Usage: gongzhi similar ITEMS.jsonl --query TEXT [options]

  ITEMS.jsonl   one JSON object a line: {"id": "…", "title": "…", "text": "…"}; text may be left out
  --query TEXT  the title to which the nearest are sought
  --limit N     how many at most, from 1 to 1000 (default 10)
  --least S     the least similarity, from 0 to 1 (default 0: whatever has something in common)
  --json        print them as JSON; from ${likelySame} on an item is marked as likely the same
`;

/**
 * `gongzhi similar`: the items nearest to a text, without a database. Answers the exit code: 0, or 2 for an
 * unknown option or a broken file, with one line on stderr that names the first fault.
 *
 * JSON: `similar` the items, nearest first, each with `id`, `title`, `score` from 0 to 1 and `likely`;
 * `items` how many were looked at.
 */
export function runSimilar(args: string[], io: ResearchIo): Promise<number> {
  return answerCall('similar', io, () => {
    const { values, positionals } = readCall(args, {
      query: { type: 'string' },
      limit: { type: 'string', default: '10' },
      least: { type: 'string', default: '0' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help) {
      io.stdout(similarUsage);
      return 0;
    }
    const file = onlyFile('similar', positionals);
    if (!values.query?.trim()) throw new UsageError('--query needs a text');
    const search = { limit: limitAsked(values.limit), least: leastAsked(values.least) };
    const items = readSimilarItems(file, bytesOf(io, file));
    const index = new SimilarIndex();
    for (const item of items) index.add(item);
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const similar = index.nearest(values.query, search).map(({ id, score }) => ({
      id,
      title: titles.get(id) ?? '',
      score: Math.round(score * 1e6) / 1e6,
      likely: score >= likelySame,
    }));
    io.stdout(
      values.json
        ? `${JSON.stringify({ query: values.query, items: items.length, similar })}\n`
        : similar
            .map(({ id, title, score }) => `${score.toFixed(2)}  ${id}  ${title.replaceAll(/\s+/g, ' ')}\n`)
            .join(''),
    );
    return 0;
  });
}

function limitAsked(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= 1000) return limit;
  throw new UsageError(`--limit must be a whole number from 1 to 1000, not ${text}`);
}

function leastAsked(text: string): number {
  const least = /^\d(\.\d+)?$/.test(text) ? Number(text) : 2;
  if (least <= 1) return least;
  throw new UsageError(`--least must be a number from 0 to 1, not ${text}`);
}
