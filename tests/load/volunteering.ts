/**
 * Sign-ups for the last seats beside plain votes, in one run: `npm run bench -- --volunteering`. In each round 500 people
 * vote and 500 people sign up for 100 seats, all at once over 500 connections; then a private calendar of 1,000 shifts
 * beside the bare Remix page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { fill } from './fill';
import type { Filled } from './fill';
import { postEach, readPage } from './measure';
import type { Posting } from './measure';
import { startBare, startPortal } from './servers';
import type { Running } from './servers';
import { signedIn } from './votes';
import { sha256 } from '~/lib/sha256';
import { migrate } from '~/platform/db/migrate.server';

const crowd = 500;
const seats = 100;
const rounds = 5;
const seconds = 5;
const calendarShifts = 1000;
const hour = 3600_000;
const calendarToken = 'bench-calendar';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '+00:00');
const median = (figures: readonly number[]) =>
  [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;

/** An activity with a shift for each round, and a thousand that one of the organisers has in a calendar. */
function addShifts(file: string): string[] {
  const database = new BetterSqlite3(file);
  const now = Date.now();
  const owner = database.prepare('SELECT "id" FROM "Person" ORDER BY "id" LIMIT 1').get() as { id: string };
  const insert = (table: string, row: Record<string, string | number>) => {
    const names = Object.keys(row);
    database
      .prepare(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(row));
  };
  database.transaction(() => {
    const words = { about: '', contact: '', createdAt: iso(now) };
    insert('Organisation', {
      ...{
        id: 'bench',
        name: '志愿队',
        kind: 'social-organisation',
        creditCode: 'BENCH',
        verifiedCode: 'BENCH',
      },
      ...{ areaId: '421002001001', state: 'verified', ...words },
    });
    insert('OrganisationMember', {
      ...{ organisationId: 'bench', personId: owner.id, mandate: 'owner', createdAt: iso(now) },
    });
    for (const id of ['bench', 'bench-calendar'])
      insert('Opportunity', {
        ...{
          id,
          title: '巡河',
          body: '巡河',
          bodyHtml: '<p>巡河</p>',
          organisationId: 'bench',
          place: '东门',
        },
        ...{ contactId: owner.id, areaId: '421002001001', minimumAge: 0, state: 'published' },
        ...{ createdAt: iso(now), publishedAt: iso(now) },
      });
    const shift = (id: string, opportunityId: string, startsAt: number) =>
      insert('Shift', {
        ...{ id, opportunityId, startsAt: iso(startsAt), endsAt: iso(startsAt + 2 * hour) },
        ...{ capacity: seats, signUpUntil: iso(startsAt) },
      });
    for (let at = 0; at < rounds; at += 1) shift(`round-${at}`, 'bench', now + (48 + at * 24) * hour);
    for (let at = 0; at < calendarShifts; at += 1)
      shift(`calendar-${at}`, 'bench-calendar', now + (48 + at * 3) * hour);
    insert('VolunteerCalendar', {
      ...{ personId: owner.id, kind: 'organised', tokenHash: sha256(calendarToken), createdAt: iso(now) },
    });
  })();
  database.close();
  return Array.from({ length: rounds }, (_, at) => `round-${at}`);
}

async function postings(server: Running, tokens: readonly string[], body: string): Promise<Posting[]> {
  return Promise.all(
    tokens.map(async (token) => ({ headers: { origin: server.url, ...(await signedIn(token)) }, body })),
  );
}

/** Exactly as many confirmed as there are seats, the others waiting, and all seats with the first who arrived. */
function seatedRight(file: string, shiftId: string): boolean {
  const database = new BetterSqlite3(file, { readonly: true });
  const rows = database
    .prepare('SELECT "state", "arrival" FROM "SignUp" WHERE "shiftId" = ? ORDER BY "arrival"')
    .all(shiftId) as { state: string; arrival: number }[];
  database.close();
  return (
    rows.length === crowd &&
    rows.every(
      ({ state, arrival }, at) => arrival === at + 1 && state === (at < seats ? 'confirmed' : 'waiting'),
    )
  );
}

async function signUps(portal: Running, filled: Filled, file: string, shifts: readonly string[]) {
  const ratios: number[] = [];
  for (const [round, shiftId] of shifts.entries()) {
    const tokens = filled.tokens.slice(round * crowd, (round + 1) * crowd);
    const ballot = `intent=vote&answer.${filled.optionId}=yes`;
    const votes = await postEach(
      { url: portal.url, path: `/ballots/${filled.ballotId}` },
      await postings(portal, tokens, ballot),
      crowd,
    );
    const signing = `intent=sign-up&shiftId=${shiftId}`;
    const places = await postEach(
      { url: portal.url, path: '/volunteering/bench' },
      await postings(portal, tokens, signing),
      crowd,
    );
    ratios.push(places.perSecond / votes.perSecond);
    say(
      `votes ${votes.perSecond.toFixed(0)}/s, sign-ups ${places.perSecond.toFixed(0)}/s: ${(ratios.at(-1) ?? 0).toFixed(2)}; ` +
        `not acknowledged ${votes.failed} and ${places.failed}; ${seatedRight(file, shiftId) ? `${seats} seated in order of arrival` : 'SEATED WRONG'}`,
    );
  }
  say(`sign-ups to votes               ${median(ratios).toFixed(2)} (wanted: 0.50)`);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-bench-'));
try {
  const file = path.join(folder, 'volunteering.sqlite');
  await migrate(`file:${file}`);
  const filled = fill(file, { proposals: 100, comments: 300, votes: 100, voters: rounds * crowd });
  const shifts = addShifts(file);
  const remix = await startBare('remix');
  const bare = await readPage(remix.url, seconds);
  await remix.stop();
  const portal = await startPortal(file);
  await signUps(portal, filled, file, shifts);
  const address = `${portal.url}/calendar/${calendarToken}/shifts.ics`;
  // Fifty who ask at once for what nobody asked for before would each have it made.
  await (await fetch(address)).arrayBuffer();
  const calendar = await readPage(address, seconds);
  say(
    `calendar of ${calendarShifts} shifts: ${calendar.perSecond.toFixed(0)}/s, bare Remix page ${bare.perSecond.toFixed(0)}/s: ` +
      `${(bare.perSecond / calendar.perSecond).toFixed(2)} times (wanted: 1.50), failed ${calendar.failed}`,
  );
  await portal.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
