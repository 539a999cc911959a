import { describe, expect, it } from 'vitest';
import { changedParts, mayChangeAlone, rightOf } from './drafting-rights';
import { givenClauses } from './rights-form';

const body = '## 场地\n\n超市提供二楼。\n\n## 打扫\n\n各方轮流。';
const before = {
  ...{ title: '协议', body, areaId: '421002', proposalId: '', template: '', signingOrder: 'parallel' },
  ...{ signDays: '30', endsOn: '', partyIds: ['ngo', 'shop'] },
  ...{ 'party.1': 'shop', 'what.1': '提供场地', 'due.1': '', 'amount.1': '', 'payer.1': '' },
};
const changed = (after: Record<string, string | string[]>) => changedParts(before, { ...before, ...after });
const party = (organisationId: string, drafting: string, clauses: string[] = []) => ({
  ...{ organisationId, drafting, clauses: JSON.stringify(clauses) },
});

describe('what was changed in a draft', () => {
  it('is nothing where only blanks between the clauses differ', () => {
    expect(changed({ body: body.replaceAll('\n\n', '\r\n\r\n') })).toEqual([]);
  });

  it('is the clause as it was and as it is, or one that is there no more', () => {
    expect(changed({ body: body.replace('二楼', '三楼') })).toEqual([
      { kind: 'clause', title: '场地' },
      { kind: 'clause', title: '场地' },
    ]);
    expect(changed({ body: '## 打扫\n\n各方轮流。' })).toEqual([{ kind: 'clause', title: '场地' }]);
  });

  it('is the terms where the same clauses stand in another order, or anything else is another', () => {
    expect(changed({ body: '## 打扫\n\n各方轮流。\n\n## 场地\n\n超市提供二楼。' })).toEqual([
      { kind: 'terms' },
    ]);
    for (const [name, value] of Object.entries({ title: '别的', partyIds: ['shop', 'ngo'], signDays: '9' }))
      expect(changed({ [name]: value })).toEqual([{ kind: 'terms' }]);
  });

  it('is the promise of who made it, and of who is to pay for it', () => {
    expect(changed({ 'party.2': 'ngo', 'what.2': '打扫', 'payer.2': 'shop', 'amount.2': '50' })).toEqual([
      { kind: 'obligation', organisationId: 'ngo', payerId: 'shop' },
    ]);
    expect(changed({ 'party.1': 'ngo' })).toEqual([
      { kind: 'obligation', organisationId: 'shop', payerId: '' },
      { kind: 'obligation', organisationId: 'ngo', payerId: '' },
    ]);
  });
});

describe('a party changes alone', () => {
  const alone = (
    after: Record<string, string | string[]>,
    right: string,
    kept: Record<string, string[]> = {},
  ) => {
    const own = party('shop', right, kept.shop);
    return mayChangeAlone(changed(after), own, [own, party('ngo', 'whole', kept.ngo)]);
  };
  const place = { body: body.replace('二楼', '三楼') };

  it('the whole, but for a clause that another words', () => {
    expect(alone(place, 'whole')).toBe(true);
    expect(alone(place, 'whole', { shop: ['场地'] })).toBe(true);
    expect(alone(place, 'whole', { ngo: ['场地'] })).toBe(false);
    expect(alone({ title: '别的' }, 'whole')).toBe(true);
  });

  it('its own: clauses that it words and what it promises without asking anybody to pay', () => {
    expect(alone(place, 'own')).toBe(false);
    expect(alone(place, 'own', { shop: ['场地'] })).toBe(true);
    expect(alone({ 'what.1': '提供场地和茶水' }, 'own')).toBe(true);
    expect(alone({ 'amount.1': '50', 'payer.1': 'ngo' }, 'own')).toBe(false);
    expect(alone({ 'party.1': 'ngo' }, 'own')).toBe(false);
    expect(alone({ endsOn: '2030-01-01' }, 'own')).toBe(false);
  });

  it('nothing where it only proposes or comments, and by a word that nobody knows', () => {
    for (const right of ['propose', 'comment', 'everything'])
      expect([right, alone(place, right, { shop: ['场地'] })]).toEqual([right, false]);
    expect(rightOf({ drafting: 'everything' })).toBe('comment');
  });
});

describe('a clause can be given to a party', () => {
  it('by a heading that no other has', () => {
    expect(givenClauses(body)).toEqual([
      { number: 1, title: '场地' },
      { number: 2, title: '打扫' },
    ]);
    expect(givenClauses(`${body}\n\n## 打扫\n\n再说一次。`)).toEqual([{ number: 1, title: '场地' }]);
    expect(givenClauses('没有标题的一段。\n\n又一段。')).toEqual([]);
  });
});
