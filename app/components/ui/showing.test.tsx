import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { AreaSelect } from './forms/area/area-select';
import {
  BarChart,
  DescriptionList,
  LineOfMatter,
  Pagination,
  ProgressBar,
  RadioGroup,
  Select,
  Table,
  Time,
} from '.';
import { relativeTime } from './figures/relative-time';
import { wallClockText } from '~/lib/time/local-time';

const location = { pathname: '/proposals', search: '?area=4210&cursor=x' };

// Links and the address are the router's; here a plain anchor stands in.
vi.mock('@remix-run/react', () => ({
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
  useLocation: () => location,
}));

describe('Time', () => {
  it('shows the portal’s clock, whatever the machine’s', () => {
    const html = renderToStaticMarkup(<Time value="2026-11-30T16:30:00Z" />);
    expect(html).toContain('dateTime="2026-11-30T16:30:00.000Z"');
    expect(html).toContain('2026年12月1日 00:30');
  });

  it('fills inputs by the same clock', () => {
    expect(wallClockText(new Date('2026-11-30T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-12-01T00:30');
  });

  it('says how long ago or ahead', () => {
    const now = new Date('2026-11-24T00:00:00Z');
    expect(relativeTime('zh-CN', new Date('2026-11-21T00:00:00Z'), now)).toBe('3 天前');
    expect(relativeTime('en', new Date('2026-11-24T02:10:00Z'), now)).toBe('in 2 hours');
  });
});

describe('AreaSelect', () => {
  it('indents what lies below, and starts anew beside it', () => {
    const areas = ['4210', '421002', '421002001', '421003'].map((id) => ({ id, name: id }));
    const html = renderToStaticMarkup(<AreaSelect name="area" areas={areas} allAreas />);
    const depths = [...html.matchAll(/>(\u3000*)4210/g)].map(([, indent = '']) => indent.length);
    expect(depths).toEqual([0, 1, 2, 1]);
    expect(html).toContain('<option value="">全部区域</option>');
  });
});

describe('Pagination', () => {
  it('keeps the rest of the address', () => {
    const html = renderToStaticMarkup(<Pagination next="y" />);
    expect(html).toContain('href="/proposals?area=4210&amp;cursor=y"');
    expect(html).toContain('href="/proposals?area=4210"');
  });
});

describe('figures', () => {
  it('stand with a table of the same numbers', () => {
    const html = renderToStaticMarkup(
      <BarChart title="结果" total={4} bars={[{ key: 'y', label: '同意', value: 3, note: '通过' }]} />,
    );
    expect(html).toMatch(/<details[^]*<table[^]*同意 · 通过[^]*75%/);
    expect(html).toMatch(/bar-fill" style="width:75%"/);
  });

  it('bear nothing to count', () => {
    expect(renderToStaticMarkup(<BarChart title="结果" bars={[]} />)).toContain('暂无数据');
    const bars = [{ key: 'y', label: '同意', value: 0 }];
    expect(renderToStaticMarkup(<BarChart title="结果" total={0} bars={bars} />)).toContain('width:0%');
    expect(renderToStaticMarkup(<ProgressBar label="附议" value={0} maximum={0} />)).toContain('width:0%');
  });

  it('never overflow', () => {
    expect(renderToStaticMarkup(<ProgressBar label="附议" value={50} maximum={20} />)).toContain(
      'width:100%',
    );
  });
});

describe('Table', () => {
  it('names each cell for narrow screens and stays a table for screen readers', () => {
    const html = renderToStaticMarkup(
      <Table
        caption="签署"
        rows={['a']}
        rowKey={(row) => row}
        columns={[{ key: 'n', header: '名称', cell: (row) => row }]}
      />,
    );
    expect(html).toContain('<td role="cell" data-label="名称">a</td>');
    expect(html).toContain('<table role="table"');
  });
});

describe('words in another language than the page', () => {
  const english = 'A bench by the river';
  const inEnglish = `lang="en">${english}`;

  it('bear their own in cells, facts and bars', () => {
    const columns = [{ key: 'n', header: '名称', cell: (row: string) => row }];
    const table = (
      <Table caption="选项" rows={[english, '江边长椅']} rowKey={(row) => row} columns={columns} />
    );
    expect(renderToStaticMarkup(table).match(/lang=/g)).toHaveLength(1);
    expect(renderToStaticMarkup(table)).toContain(inEnglish);
    const facts = <DescriptionList items={[{ label: '选项', value: english }]} />;
    expect(renderToStaticMarkup(facts)).toContain(inEnglish);
    const bars = <BarChart title="结果" bars={[{ key: 'a', label: english, value: 1 }]} />;
    expect(renderToStaticMarkup(bars)).toContain(inEnglish);
  });

  it('bear it where they are chosen', () => {
    const choices = [
      { value: 'a', label: english },
      { value: 'b', label: '江边长椅' },
    ];
    for (const fields of [
      <RadioGroup key="r" name="option" label="请选择" choices={choices} />,
      <Select key="s" name="option" options={choices} />,
      <RadioGroup key="l" name="answer" label={english} choices={[{ value: 'yes', label: '赞成' }]} />,
    ]) {
      const html = renderToStaticMarkup(fields);
      expect(html.match(/lang=/g)).toHaveLength(1);
      expect(html).toContain(inEnglish);
    }
  });
});

describe('LineOfMatter', () => {
  it('says in words how far it has come', () => {
    const html = renderToStaticMarkup(
      <LineOfMatter
        steps={[
          { key: 'a', label: '提出', state: 'done', href: '/proposals/1' },
          { key: 'b', label: '投票', state: 'current' },
        ]}
      />,
    );
    expect(html).toContain('<a href="/proposals/1">提出</a>');
    expect(html).toMatch(/aria-current="step"[^]*进行中/);
  });
});
