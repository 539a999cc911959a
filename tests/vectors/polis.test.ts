import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseOpinions } from '~/domains/opinions/rules/analyse-opinions';
import { readComments } from '~/domains/opinions/rules/files/read-comments';
import { readVotes } from '~/domains/opinions/rules/files/read-votes';
import { fieldRows } from '~/lib/csv/field-rows';
import { adjustedRandIndex } from './adjusted-rand-index';
import { needs } from '../setup/needs';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/polis');
const present = existsSync(folder);

const conversations = [
  { name: 'scoop-hivemind.biodiversity', own: 0.95, published: 0.95 },
  { name: 'vtaiwan.uberx', own: 0.85, published: 0.85 },
  { name: 'brexit-consensus', own: 0.54, published: 0.8 },
];

function fileOf(name: string, file: string): Buffer {
  return readFileSync(path.join(folder, name, file));
}

/** Published group by participant; those without are left out. */
function publishedGroups(name: string): Map<string, string> {
  const [header, ...rows] = [...fieldRows(fileOf(name, 'participants-votes.csv').toString('utf8'), ',')];
  const column = header?.fields.indexOf('group-id') ?? -1;
  return new Map(
    rows.flatMap(({ fields }) => {
      const group = fields[column] ?? '';
      return group === '' ? [] : [[fields[0] ?? '', group] as const];
    }),
  );
}

function analyse(name: string, file: string, groups: number | null) {
  const matrix = readVotes(fileOf(name, file));
  const notes = [...readComments(fileOf(name, 'comments.csv'))];
  const moderatedOut = new Set(notes.flatMap(([id, { moderated }]) => (moderated === -1 ? [id] : [])));
  return { matrix, analysis: analyseOpinions(matrix, { moderatedOut, groups }), moderatedOut };
}

function indexOf(name: string, groups: number | null): number {
  const { matrix, analysis } = analyse(name, 'participants-votes.csv', groups);
  const published = publishedGroups(name);
  const both = matrix.participants.flatMap((id, row) => {
    const [mine, theirs] = [analysis.groupOf[row] ?? -1, published.get(id)];
    return mine >= 0 && theirs !== undefined ? [{ mine, theirs }] : [];
  });
  return adjustedRandIndex(
    both.map(({ mine }) => mine),
    both.map(({ theirs }) => theirs),
  );
}

describe('open conversations', needs(present, 'the open conversations in ../shared/data/polis'), () => {
  it.each(conversations)('$name is grouped as published', ({ name, own, published }) => {
    const numberPublished = new Set(publishedGroups(name).values()).size;
    const index = { own: indexOf(name, null), published: indexOf(name, numberPublished) };
    console.info(
      `${name}: adjusted Rand index ${index.own.toFixed(3)} with our own number of groups, ` +
        `${index.published.toFixed(3)} with the published ${numberPublished}`,
    );
    expect(index.own).toBeGreaterThanOrEqual(own);
    expect(index.published).toBeGreaterThanOrEqual(published);
  });

  it.each(conversations)('$name gives the same from the log and from the table', ({ name }) => {
    const [table, log] = ['participants-votes.csv', 'votes.csv'].map((file) => analyse(name, file, null));
    const groups = (one: typeof table) =>
      Object.fromEntries(one?.matrix.participants.map((id, row) => [id, one.analysis.groupOf[row]]) ?? []);
    expect(groups(log)).toEqual(groups(table));
  });

  it.each(conversations)('$name shows nothing that was moderated out', ({ name }) => {
    const { matrix, analysis, moderatedOut } = analyse(name, 'participants-votes.csv', null);
    const shown = [
      ...analysis.consensus,
      ...analysis.divisive,
      ...analysis.groups.flatMap(({ representative }) => representative),
    ].map(({ statement }) => matrix.statements[statement] ?? '');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => moderatedOut.has(id))).toEqual([]);
    expect(Math.min(...analysis.groups.map(({ people }) => people))).toBeGreaterThanOrEqual(5);
  });
});
