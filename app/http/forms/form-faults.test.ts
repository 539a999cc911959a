import { expect, it } from 'vitest';
import { addFault, faultText } from './form-faults';
import { newBallotSchema } from '~/domains/ballots/organising/new-ballot-schema';

const form = {
  ...{
    title: '社区口袋公园怎么建',
    question: '请大家来定。',
    areaId: '421002',
    kind: 'budget',
    budget: '100',
  },
  ...{ standing: 'consultation', unit: 'person', secret: 'secret', minimumAge: '18', thresholdPercent: '50' },
  ...{ percentageBase: 'votes', opensAt: '2026-12-01T01:00:00Z', closesAt: '2026-12-08T01:00:00Z' },
};
const textsOf = (change: object) =>
  newBallotSchema
    .safeParse({ ...form, ...change }, { reportInput: true })
    .error?.issues.map((issue) => faultText('zh-CN', issue)) ?? [];

it('says of a field of many lines which line is wrong', () => {
  expect(textsOf({ options: '长椅 | 40\n花坛 | 很贵\n路灯 | 50' })).toEqual([
    '“花坛 | 很贵”：每行写一个项目：名称 | 金额（元），如“口袋公园 | 12000”',
  ]);
  const options = '长椅 | 40\n路灯 | 50';
  expect(textsOf({ options, listed: 'a@b.cn\n李四', electorateKind: 'list' })).toEqual([
    '“李四”：请填写有效的邮箱地址',
  ]);
  const [long = ''] = textsOf({ options: `${'😀'.repeat(100)}\n路灯 | 50` });
  expect([...long].slice(0, 42).join('')).toBe(`“${'😀'.repeat(40)}…`);
});

it('knows a project that is written twice', () => {
  expect(textsOf({ options: '长椅 | 40\n长椅｜40 元\n路灯 | 50' })).toEqual(['“长椅｜40 元”：选项有重复']);
});

it('tells no more at one field than anybody reads', () => {
  const errors: Record<string, string[]> = {};
  for (let at = 0; at < 5000; at += 1) addFault(errors, 'listed', `line ${at % 100}`);
  expect(errors.listed).toHaveLength(10);
});
