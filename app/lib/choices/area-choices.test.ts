import { expect, it } from 'vitest';
import { areaParts, forgetLookUps } from './area-choices';

it('a link that leads on keeps what is chosen, and nothing of what was looked up', () => {
  const query = new URLSearchParams({ area: '421002', q: '路灯', kind: 'help', finder: 'x' });
  for (const part of Object.values(areaParts)) query.set(`area${part}`, '沙市');
  query.append(`place${areaParts.words}`, '荆州');
  query.append(`place${areaParts.words}`, '荆州区');
  forgetLookUps(query);
  expect([...query.keys()]).toEqual(['area', 'q', 'kind', 'finder']);
});
