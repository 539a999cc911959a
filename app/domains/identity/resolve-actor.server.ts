import type { Actor, HeldRole, Mandate, Membership, OrganisationKind, PersonActor, Role } from '../actor';
import { isWithin } from '../actor';
import { DomainError } from '../domain-error';
import { closedInto } from '../territory/index.server';
import { idleSince } from './rules/session-times';
import type { Database, Reads } from '~/platform/db/database.server';
import { sha256 } from '~/lib/sha256';

const visitor: Actor = { kind: 'visitor' };

interface ActorRow {
  id: string;
  displayName: string;
  emailConfirmedAt: unknown;
  homeAreaId: string | null;
  residenceAreaId: string | null;
  suspendedAt: unknown;
  role: Role | null;
  roleAreaId: string | null;
  organisationId: string | null;
  name: string | null;
  kind: OrganisationKind | null;
  areaId: string | null;
  state: string | null;
  mandate: Mandate | null;
}

interface SessionRow extends ActorRow {
  actsFor: string | null;
  expiresAt: string | Date;
  lastSeenAt: string | Date;
}

const columns = `p."id", p."displayName", p."emailConfirmedAt", p."homeAreaId", p."residenceAreaId", p."suspendedAt",
  r."role", r."areaId" AS "roleAreaId",
  o."id" AS "organisationId", o."name", o."kind", o."areaId", o."state", m."mandate"`;
const held = `LEFT JOIN "RoleHeld" r ON r."personId" = p."id"
  LEFT JOIN "OrganisationMember" m ON m."personId" = p."id"
  LEFT JOIN "Organisation" o ON o."id" = m."organisationId"`;

/**
 * Raw and in one, because every request of a signed-in person begins with it: a row for each pair of a role
 * and a membership.
 */
const ofSession = `SELECT ${columns}, s."organisationId" AS "actsFor", s."expiresAt", s."lastSeenAt"
  FROM "Session" s JOIN "Person" p ON p."id" = s."personId" ${held} WHERE s."tokenHash" = ?`;
const ofPerson = `SELECT ${columns} FROM "Person" p ${held} WHERE p."id" = ?`;

function rolesOf(rows: readonly ActorRow[]): HeldRole[] {
  const roles = new Map<string, HeldRole>();
  for (const { role, roleAreaId: areaId } of rows) {
    if (role !== null && areaId !== null) roles.set(`${role}|${areaId}`, { role, areaId });
  }
  return [...roles.values()];
}

function membershipsOf(rows: readonly ActorRow[]): Membership[] {
  const memberships = new Map<string, Membership>();
  for (const { organisationId, name, kind, areaId, state, mandate } of rows) {
    if (organisationId === null || name === null || kind === null || areaId === null || mandate === null)
      continue;
    const verified = state === 'verified';
    const inactive = state === 'inactive' ? { inactive: true } : {};
    memberships.set(organisationId, { organisationId, name, kind, areaId, mandate, verified, ...inactive });
  }
  return [...memberships.values()];
}

function actorOf(rows: readonly ActorRow[], actsFor: string | null): PersonActor {
  const [person] = rows;
  if (!person) throw new DomainError('not-found');
  const memberships = membershipsOf(rows);
  const mayAct = (member: Membership) => member.verified && member.mandate !== 'member';
  return {
    kind: 'person',
    personId: person.id,
    displayName: person.displayName,
    emailConfirmed: person.emailConfirmedAt !== null,
    homeAreaId: person.homeAreaId,
    residenceAreaId: person.residenceAreaId,
    roles: rolesOf(rows),
    memberships,
    actingFor: memberships.find((member) => member.organisationId === actsFor && mayAct(member)) ?? null,
  };
}

/** Whoever holds a role where an area was closed into holds it there too: what is open in it goes on. */
async function withClosedAreas(database: Reads, actor: PersonActor): Promise<PersonActor> {
  if (actor.roles.length === 0) return actor;
  const closed = await closedInto(
    database,
    actor.roles.map(({ areaId }) => areaId),
  );
  const more = closed.flatMap(({ id, successorId }) =>
    actor.roles
      .filter(({ areaId }) => isWithin(successorId ?? '', areaId) && !isWithin(id, areaId))
      .map(({ role }) => ({ role, areaId: id })),
  );
  return { ...actor, roles: [...actor.roles, ...more] };
}

const hoursBetweenNotes = 12;

/** Not waited for: no page stands still because something else is being written. The next request tries again. */
function noteUse(database: Database, token: string, now: Date): void {
  void database
    .transaction((tx) =>
      tx.sql.run('UPDATE "Session" SET "lastSeenAt" = ? WHERE "tokenHash" = ?', [now, sha256(token)]),
    )
    .catch(() => undefined);
}

/** Who holds the session: a visitor where the token is none, expired or idle, or the person is suspended. */
export async function resolveActor(database: Database, token: string | null, now: Date): Promise<Actor> {
  if (!token) return visitor;
  const rows = await database.sql.all<SessionRow>(ofSession, [sha256(token)]);
  const [session] = rows;
  if (!session || session.suspendedAt !== null || new Date(session.expiresAt) <= now) return visitor;
  const lastSeenAt = new Date(session.lastSeenAt);
  if (lastSeenAt <= idleSince(now)) return visitor;
  if (now.getTime() - lastSeenAt.getTime() > hoursBetweenNotes * 3600_000) noteUse(database, token, now);
  return withClosedAreas(database, actorOf(rows, session.actsFor));
}

/** The actor that a person is, without a session: for the command line, the demo and tests. */
export async function resolvePerson(
  database: Reads,
  personId: string,
  organisationId: string | null,
): Promise<PersonActor> {
  const rows = await database.sql.all<ActorRow>(ofPerson, [personId]);
  return withClosedAreas(database, actorOf(rows, organisationId));
}
