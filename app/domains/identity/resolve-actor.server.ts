import type { Actor, Mandate, Membership, OrganisationKind, PersonActor, Role } from '../actor';
import { DomainError } from '../domain-error';
import type { Database } from '~/platform/db/database.server';
import { sha256 } from '~/platform/crypto/keyed-hash.server';

const visitor: Actor = { kind: 'visitor' };

interface PersonRow {
  id: string;
  displayName: string;
  emailConfirmedAt: unknown;
  homeAreaId: string | null;
  residenceAreaId: string | null;
  suspendedAt: unknown;
}

interface SessionRow extends PersonRow {
  organisationId: string | null;
  expiresAt: string | Date;
}

const personColumns = [
  'id',
  'displayName',
  'emailConfirmedAt',
  'homeAreaId',
  'residenceAreaId',
  'suspendedAt',
]
  .map((column) => `p."${column}"`)
  .join(', ');

/** Raw, because every request of a signed-in person begins with it. */
const ofSession = `SELECT ${personColumns}, s."organisationId", s."expiresAt"
  FROM "Session" s JOIN "Person" p ON p."id" = s."personId" WHERE s."tokenHash" = ?`;
const ofPerson = `SELECT ${personColumns} FROM "Person" p WHERE p."id" = ?`;
const roles = 'SELECT "role", "areaId" FROM "RoleHeld" WHERE "personId" = ?';
const memberships = `SELECT o."id", o."name", o."kind", o."areaId", o."state", m."mandate"
  FROM "OrganisationMember" m JOIN "Organisation" o ON o."id" = m."organisationId" WHERE m."personId" = ?`;

interface MembershipRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  areaId: string;
  state: string;
  mandate: Mandate;
}

const membershipOf = ({ id, state, ...rest }: MembershipRow): Membership => ({
  ...rest,
  organisationId: id,
  verified: state === 'verified',
});

async function actorOf(
  { sql }: Database,
  person: PersonRow,
  organisationId: string | null,
): Promise<PersonActor> {
  const [held, belongs] = await Promise.all([
    sql.all<{ role: Role; areaId: string }>(roles, [person.id]),
    sql.all<MembershipRow>(memberships, [person.id]),
  ]);
  const members = belongs.map(membershipOf);
  const mayAct = (member: Membership) => member.verified && member.mandate !== 'member';
  return {
    kind: 'person',
    personId: person.id,
    displayName: person.displayName,
    emailConfirmed: person.emailConfirmedAt !== null,
    homeAreaId: person.homeAreaId,
    residenceAreaId: person.residenceAreaId,
    roles: held,
    memberships: members,
    actingFor: members.find((member) => member.organisationId === organisationId && mayAct(member)) ?? null,
  };
}

/** Who holds the session: a visitor where the token is none, expired, or the person is suspended. */
export async function resolveActor(database: Database, token: string | null, now: Date): Promise<Actor> {
  if (!token) return visitor;
  const [session] = await database.sql.all<SessionRow>(ofSession, [sha256(token)]);
  if (!session || session.suspendedAt !== null || new Date(session.expiresAt) <= now) return visitor;
  return actorOf(database, session, session.organisationId);
}

/** The actor that a person is, without a session: for the command line, the demo and tests. */
export async function resolvePerson(
  database: Database,
  personId: string,
  organisationId: string | null,
): Promise<PersonActor> {
  const [person] = await database.sql.all<PersonRow>(ofPerson, [personId]);
  if (!person) throw new DomainError('not-found');
  return actorOf(database, person, organisationId);
}
