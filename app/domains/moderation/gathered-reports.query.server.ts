import type { ReadContext } from '../context';

/** What is shown of each report at most: more say the same. */
const shownWords = 5;

export interface GatheredReports {
  count: number;
  grounds: { ground: string; count: number }[];
  /** What reporters added, the newest first. */
  words: string[];
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
    select: { subjectId: true, ground: true, words: true, version: true },
  });
  const [current, kept] = await Promise.all([currentVersions(ctx, things), keptVersions(ctx, things)]);
  const gathered: Partial<Record<string, GatheredReports>> = {};
  for (const { subjectId, ground, words, version } of reports) {
    const now = current.get(subjectId) ?? 1;
    const keptAt = kept.get(`${subjectId}:${now}`) ?? null;
    const there = (gathered[subjectId] ??= {
      count: 0,
      grounds: [],
      words: [],
      version,
      current: now,
      keptAt,
    });
    there.version = Math.max(there.version, version);
    there.count += 1;
    const same = there.grounds.find((one) => one.ground === ground);
    if (same) same.count += 1;
    else there.grounds.push({ ground, count: 1 });
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
