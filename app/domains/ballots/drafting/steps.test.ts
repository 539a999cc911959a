import { describe, expect, it } from 'vitest';
import { typedFields } from '../organising/new-ballot-schema';
import { ballotKinds } from '../vocabulary';
import { faultsOfStep } from './step-faults';
import { changedNames, initialFields, namesOfStep, stepAfter, typedSteps, valuesAsked } from './steps';
import type { TypedStep } from './steps';

const matter = { title: '口袋公园怎么建', question: '请大家来定。', areaId: '421002' };
const times = { opensAt: '2099-01-01T01:00:00Z', closesAt: '2099-01-08T01:00:00Z' };
const faults = (step: TypedStep, typed: Record<string, string | string[]>) =>
  faultsOfStep(step, { ...initialFields, ...typed }).map(({ field, issue }) => [
    field,
    issue.code === 'custom' ? issue.message : issue.code,
  ]);

describe('the steps of a ballot', () => {
  it('ask each field of the form on one step, of some kind', () => {
    const ofKind = (kind: string) => typedSteps.flatMap((step) => namesOfStep(step, { kind }));
    for (const kind of ballotKinds) expect(new Set(ofKind(kind)).size).toBe(ofKind(kind).length);
    // Why and instead of what are said where a change is published; costs by the proposals that are chosen.
    const others = ['reason', 'revision', 'costs'];
    expect(new Set([...ballotKinds.flatMap(ofKind), ...others])).toEqual(
      new Set(Object.keys(typedFields.shape)),
    );
    expect(Object.keys(initialFields).sort()).toEqual([...new Set(ballotKinds.flatMap(ofKind))].sort());
  });

  it('ask a cost for each chosen proposal of a budget ballot, and for nothing else', () => {
    const proposalIds = ['a', 'b'];
    expect(namesOfStep('options', { kind: 'budget', proposalIds })).toEqual(
      expect.arrayContaining(['cost.a', 'cost.b', 'budget']),
    );
    expect(namesOfStep('options', { kind: 'ranking', proposalIds })).toEqual(['options']);
  });

  it('follow each other, and any of them is reached by its name', () => {
    expect(stepAfter('matter', 'next')).toBe('kind');
    expect(stepAfter('times', 'next')).toBe('preview');
    expect(stepAfter('kind', 'back')).toBe('matter');
    expect(stepAfter('matter', 'back')).toBe('matter');
    expect(stepAfter('matter', 'rule')).toBe('rule');
  });

  it('refuse what is wrong on them, and say nothing of the others', () => {
    for (const step of ['kind', 'electorate', 'rule'] as const) expect(faults(step, {})).toEqual([]);
    expect(faults('matter', { ...matter, title: '园' })).toEqual([['title', 'too_small']]);
    expect(faults('matter', { ...matter, closesAt: '昨天', budget: '很多' })).toEqual([]);
    expect(faults('times', { ...times, title: '' })).toEqual([]);
    expect(faults('times', { ...times, closesAt: times.opensAt })).toEqual([
      ['closesAt', 'closes-before-opens'],
    ]);
    expect(faults('rule', { thresholdPercent: '120' })).toEqual([['thresholdPercent', 'too_big']]);
    expect(faults('electorate', { electorateKind: 'list' })).toEqual([['listed', 'required']]);
  });

  it('ask of a statutory record what it says of its meeting, and of no other ballot', () => {
    const statutory = { standing: 'statutory-record' };
    expect(faults('rule', { ...statutory, convener: '  ' })).toEqual(
      ['meetingKind', 'convener', 'meetingPlace'].map((field) => [field, 'required']),
    );
    const meeting = { meetingKind: 'owners', convener: '业主委员会', meetingPlace: '小区门口' };
    expect(faults('rule', { ...statutory, ...meeting })).toEqual([]);
    expect(faults('rule', { ...statutory, ...meeting, meetingKind: 'party' })).toEqual([
      ['meetingKind', 'invalid_value'],
    ]);
    expect(faults('rule', { ...statutory, ...meeting, convener: '长'.repeat(81) })).toEqual([
      ['convener', 'too_big'],
    ]);
    const unasked = valuesAsked({ ...initialFields, ...meeting }, initialFields);
    expect([unasked.meetingKind, unasked.convener]).toEqual(['', '']);
  });

  it('look at what the steps before say', () => {
    const short = { opensAt: '2099-01-01T01:00:00Z', closesAt: '2099-01-01T03:00:00Z' };
    expect(faults('times', short)).toEqual([]);
    expect(faults('times', { ...short, standing: 'statutory-record' })).toEqual([
      ['closesAt', 'voting-short'],
    ]);
    expect(faults('options', { options: '长椅' })).toEqual([]);
    expect(faults('options', { options: '长椅', kind: 'ranking' })).toEqual([['options', 'too-few-options']]);
    expect(
      faults('options', { kind: 'budget', proposalIds: ['a', 'b'], 'cost.a': '50', budget: '60' }),
    ).toEqual([['cost.b', 'not-an-amount']]);
    // A step before that cannot be read is told there, and does not keep this one from being looked at.
    expect(faults('times', { ...times, closesAt: times.opensAt, standing: 'none' })).toEqual([
      ['closesAt', 'closes-before-opens'],
    ]);
  });

  it('make a ballot of what the chosen kind and electorate ask', () => {
    const typed = { kind: 'ranking', budget: '很多钱', listed: '没有邮箱', seats: '2' };
    const values = { ...initialFields, ...typed };
    expect(valuesAsked(values, initialFields)).toMatchObject({ budget: '', listed: '', seats: '2' });
    expect(valuesAsked({ ...values, electorateKind: 'list' }, initialFields).listed).toBe('没有邮箱');
    expect(changedNames(values, initialFields)).toEqual(['kind', 'listed', 'seats']);
  });
});
