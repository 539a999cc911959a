import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Actor, Membership } from '../actor';
import { lifecycleTable } from './lifecycle-table';
import { workOrderLifecycle, workOrderRows, workOrderStates } from './lifecycle';
import type { WorkOrderParty } from './lifecycle';
import { allowedSteps, mayStep } from './policy';
import type { StepFacts } from './policy';
import { eventsFrom, finalStates, transitionFrom } from '~/lib/lifecycle';

const page = 'docs/work-orders.md';

it('is printed in the documentation as it is', () => {
  const text = readFileSync(page, 'utf8');
  const printed = text.replace(
    /(<!-- lifecycle -->\n)[^]*(<!-- \/lifecycle -->)/,
    (_, open: string, close: string) => `${open}\n${lifecycleTable()}\n\n${close}`,
  );
  if (process.env.UPDATE_DOCS) writeFileSync(page, printed);
  expect(text.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---')).toBe(
    printed.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---'),
  );
});

it('ends only where a matter is archived or not accepted', () => {
  expect(finalStates(workOrderLifecycle)).toEqual(['not-accepted', 'archived']);
});

it('lets every state be reached', () => {
  const reached = new Set<string>(['registered']);
  for (const state of reached)
    for (const event of eventsFrom(workOrderLifecycle, state)) {
      const step = transitionFrom(workOrderLifecycle, state, event);
      if (step) reached.add(step.to);
    }
  expect([...reached].sort()).toEqual([...workOrderStates].sort());
});

const membership = (organisationId: string): Membership => ({
  organisationId,
  name: organisationId,
  kind: 'department',
  areaId: '421002',
  mandate: 'representative',
  verified: true,
});
const person = (change: Partial<Extract<Actor, { kind: 'person' }>>): Actor => ({
  kind: 'person',
  personId: 'p',
  displayName: 'p',
  emailConfirmed: true,
  homeAreaId: null,
  residenceAreaId: null,
  roles: [],
  memberships: [],
  actingFor: null,
  ...change,
});
const actors: Partial<Record<WorkOrderParty, Actor>> = {
  moderator: person({ roles: [{ role: 'moderator', areaId: '421002' }] }),
  department: person({ memberships: [membership('lead')] }),
  helper: person({ memberships: [membership('helps')] }),
  called: person({ memberships: [membership('called')] }),
  system: { kind: 'system' },
};
const strangers: Actor[] = [
  { kind: 'visitor' },
  person({}),
  person({ roles: [{ role: 'moderator', areaId: '421003' }], memberships: [membership('another')] }),
  person({ memberships: [{ ...membership('lead'), verified: false }] }),
];

/** An order on which nothing but the table stands against a step. */
function open(state: string, event: string): StepFacts {
  const asked = /^(grant|refuse)-(.+)$/.exec(event)?.[2];
  const often = event === 'transfer-up' ? 2 : 0;
  return {
    areaId: '421002001001',
    handlingAreaId: '421002001001',
    departmentId: 'lead',
    state,
    assigned: false,
    returnedCount: often,
    transferCount: 0,
    openRequests: asked ? [asked] : [],
    helperIds: ['helps'],
    calledIds: ['called'],
    openWhistles: 1,
  };
}

it('lets exactly the parties of the table take each step, in exactly its states', () => {
  for (const row of workOrderRows)
    for (const state of workOrderStates) {
      const facts = open(state, row.event);
      for (const [party, actor] of Object.entries(actors)) {
        const parties: readonly string[] = party === 'system' ? ['system', 'moderator'] : [party];
        const allowed = row.from.includes(state) && row.by.some((name) => parties.includes(name));
        expect([row.event, state, party, mayStep(actor, facts, row.event).allowed]).toEqual([
          row.event,
          state,
          party,
          allowed,
        ]);
      }
      for (const actor of strangers) expect(mayStep(actor, facts, row.event).allowed).toBe(false);
    }
});

it('lets nobody return or transfer what was assigned by decision', () => {
  const department = actors.department as Actor;
  for (const [state, event] of [
    ['dispatched', 'ask-return'],
    ['accepted', 'transfer'],
    ['accepted', 'transfer-up'],
  ] as const)
    expect(mayStep(department, { ...open(state, event), assigned: true }, event)).toMatchObject({
      allowed: false,
      reason: 'work-orders.assigned',
    });
});

it('sends the third handing over to the level above', () => {
  const department = actors.department as Actor;
  const often = { ...open('accepted', 'transfer'), returnedCount: 1, transferCount: 1 };
  expect(allowedSteps(department, often)).toContain('transfer-up');
  expect(allowedSteps(department, often)).not.toContain('transfer');
  expect(allowedSteps(department, open('accepted', 'transfer'))).toContain('transfer');
});

it('keeps to the levels there are', () => {
  const city = person({ roles: [{ role: 'moderator', areaId: '4210' }] });
  const at = (handlingAreaId: string) => allowedSteps(city, { ...open('registered', ''), handlingAreaId });
  expect(at('4210')).not.toContain('pass-up');
  expect(at('4210')).toContain('delegate');
  expect(at('421002001001001')).not.toContain('delegate');
  expect(at('421002001001001')).toContain('pass-up');
});
