import type { ReadContext } from '../../context';
import { picturesOfMany } from '../../files/index.server';
import { reportPictures } from '../reports/report-content.server';

/** What is shown of each report at most: more say the same. */
const shownWords = 5;
const shownPictures = 6;
/** Reports of one statement: SQLite takes 999 values. */
const together = 500;

export interface GatheredReports {
  count: number;
  grounds: { ground: string; count: number }[];
  /** What reporters added, the newest first. */
  words: string[];
  /** What they saw, the newest first. */
  pictures: Awaited<ReturnType<typeof picturesOfMany>>[string];
  /** The newest version that was reported, and the one that stands now: the text may be another since. */
  version: number;
  current: number;
  /** When moderators looked at this very version before, and kept it. */
  keptAt: Date | null;
}

interface Reported {
  subjectKind: string;
  subjectId: string;
}

/** The reports that wait about each of some things, by their id: how many, on which grounds, in whose words. */
export async function gatheredReports(
  ctx: ReadContext,
  things: readonly Reported[],
): Promise<Partial<Record<string, GatheredReports>>> {
  if (things.length === 0) return {};
  const reports = await ctx.database.read.contentReport.findMany({
    where: { subjectId: { in: things.map(({ subjectId }) => subjectId) }, decidedAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, subjectId: true, ground: true, words: true, version: true },
  });
  const newest = reports.slice(0, together).map(({ id }) => id);
  const [current, kept, pictures] = await Promise.all([
    currentVersions(ctx, things),
    keptVersions(ctx, things),
    picturesOfMany(ctx, [reportPictures], newest),
  ]);
  const gathered: Partial<Record<string, GatheredReports>> = {};
  for (const { id, subjectId, ground, words, version } of reports) {
    const now = current.get(subjectId) ?? 1;
    const keptAt = kept.get(`${subjectId}:${now}`) ?? null;
    const there = (gathered[subjectId] ??= {
      count: 0,
      grounds: [],
      words: [],
      pictures: [],
      version,
      current: now,
      keptAt,
    });
    there.version = Math.max(there.version, version);
    there.count += 1;
    const same = there.grounds.find((one) => one.ground === ground);
    if (same) same.count += 1;
    else there.grounds.push({ ground, count: 1 });
    const room = shownPictures - there.pictures.length;
    there.pictures.push(...(pictures[`${reportPictures}:${id}`] ?? []).slice(0, room));
    if (words !== '' && there.words.length < shownWords) there.words.push(words);
  }
  return gathered;
}

async function currentVersions(ctx: ReadContext, things: readonly Reported[]): Promise<Map<string, number>> {
  const current = new Map<string, number>();
  for (const [kind, read] of ctx.subjects.versions) {
    const ids = things.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []));
    if (ids.length === 0) continue;
    for (const [id, version] of await read(ctx, ids)) current.set(id, version);
  }
  return current;
}

/** By `id:version` when moderators last looked at it on a report and left it there. */
async function keptVersions(ctx: ReadContext, things: readonly Reported[]): Promise<Map<string, Date>> {
  const reports = await ctx.database.read.contentReport.findMany({
    where: {
      subjectId: { in: things.map(({ subjectId }) => subjectId) },
      decision: { in: ['kept', 'shown-again'] },
    },
    orderBy: { decidedAt: 'asc' },
    select: { subjectId: true, decidedVersion: true, decidedAt: true },
  });
  return new Map(
    reports.flatMap(({ subjectId, decidedVersion, decidedAt }) =>
      decidedAt ? [[`${subjectId}:${decidedVersion}`, decidedAt] as const] : [],
    ),
  );
}
