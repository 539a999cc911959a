import { describe, expect, it } from 'vitest';
import { attendanceFault } from './attendance';
import { partiesOf } from './parties';

describe('the list of those present', () => {
  const seats = ['a', 'b', 'c'].map((id) => ({ id, objectedAt: id === 'c' ? new Date(0) : null }));
  const decisions = [
    { number: 1, presentCount: 1 },
    { number: 2, presentCount: 2 },
  ];
  const fault = (...present: string[]) => attendanceFault({ seats, decisions }, new Set(present));

  it('names as many as the largest decision counted, and whoever objected', () => {
    expect(fault('a', 'c')).toBeNull();
    expect(fault('a', 'b', 'c')).toBeNull();
    expect(fault('c')).toEqual({ reason: 'meetings.below-decision', params: { number: 2, present: 2 } });
    expect(fault('a', 'b')).toEqual({ reason: 'meetings.objector-stays' });
  });

  it('is free as long as nothing is decided and nobody objected', () => {
    expect(attendanceFault({ seats: seats.slice(0, 2), decisions: [] }, new Set())).toBeNull();
  });
});

describe('the parties of what was decided', () => {
  const there = (organisationId: string | null, present = true) => ({
    organisationId,
    presentAt: present ? new Date(0) : null,
  });
  const meeting = {
    organisationId: 'host',
    seats: [there('one'), there('two'), there('away', false), there(null)],
  };
  const of = (responsibleId: string | null, own: string | null, responsibleKind = 'organisation') =>
    partiesOf(
      { meeting, decision: { responsibleKind: responsibleId && responsibleKind, responsibleId } },
      own,
    );

  it('are who acts and who is responsible, else those at the table', () => {
    expect(of('roads', 'host')).toEqual(['host', 'roads']);
    expect(of('host', 'host')).toEqual(['host', 'one', 'two']);
    expect(of(null, 'one')).toEqual(['one', 'two']);
    expect(of('somebody', 'two', 'person')).toEqual(['two', 'one']);
  });

  it('are none for who neither convened nor sat there, or is alone', () => {
    for (const own of [null, 'away', 'stranger']) expect(of('roads', own)).toEqual([]);
    const alone = { organisationId: 'host', seats: [there('host')] };
    const decision = { responsibleKind: null, responsibleId: null };
    expect(partiesOf({ meeting: alone, decision }, 'host')).toEqual([]);
  });
});
