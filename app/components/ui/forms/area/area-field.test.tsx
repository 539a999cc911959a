import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { AreaField, FilterArea, FilterBar, Form } from '../..';
import type { AreaChoices, AreaOffered } from '~/lib/choices/area-choices';
import type { FormState } from '~/lib/form-state';

// The router's parts stand in as plain elements, as they are without scripts.
vi.mock('@remix-run/react', () => ({
  Form: ({ children }: { children: ReactNode }) => <form>{children}</form>,
  Link: 'a',
  useNavigation: () => ({ state: 'idle' }),
  useFormAction: () => '/here',
  useLocation: () => ({ pathname: '/here', search: '?area=421002' }),
}));

const offered = (id: string, name: string, trail: string, below = true): AreaOffered => ({
  ...{ id, name, trail, below },
  above: id.length > 4 ? '4210' : '',
});
const city = offered('4210', '荆州市', '');
const district = offered('421002', '沙市区', '荆州市');
const community = offered('421002001001', '中心社区', '荆州市 › 沙市区', false);
const many: AreaChoices = {
  few: null,
  known: [district, city],
  near: ['421002', '4210'],
  scope: [],
  found: null,
};

const form = (areas: AreaChoices, state?: FormState) =>
  renderToStaticMarkup(
    <Form id="f" state={state} initial={{ areaId: '421002' }}>
      <AreaField name="areaId" label="区域" areas={areas} required />
    </Form>,
  );
const radios = (html: string) =>
  [...html.matchAll(/<input type="radio"[^>]*>/g)].map(([tag]) => ({
    value: /value="(\d*)"/.exec(tag)?.[1],
    checked: tag.includes('checked'),
  }));

describe('a field for one of few areas', () => {
  it('is a list of them', () => {
    const html = form({ ...many, few: [city, district] });
    expect(html).toMatch(/<label for="f-areaId"[^]*<select[^]*value="421002" selected/);
    expect(html).not.toContain('radio');
  });
});

describe('a field for one of many areas, before any script', () => {
  it('shows the chosen one first, and those near the reader', () => {
    const html = form(many);
    expect(radios(html)).toEqual([
      { value: '421002', checked: true },
      { value: '4210', checked: false },
    ]);
    expect(html).toMatch(/<fieldset[^]*<legend[^>]*>区域/);
    expect(html).toContain('id="f-areaId"');
  });

  it('leaves the Enter key to the form: its first button looks for nothing', () => {
    const [first, second] = [...form(many).matchAll(/<button[^>]*>/g)].map(([tag]) => tag);
    expect(first).not.toContain('name=');
    expect(second).toMatch(/name="areaId\.below"[^>]*value="421002"|value="421002"[^>]*name="areaId\.below"/);
  });

  it('shows what was found beside what was chosen, with the way up and further', () => {
    const found = { query: '中心', under: district, areas: [community], more: true };
    const state = {
      values: { areaId: '4210', 'areaId.find': '中心' },
      errors: {},
      areas: { areaId: { chosen: city, found } },
    };
    const html = form({ ...many, known: [] }, state);
    expect(radios(html).map(({ value, checked }) => [value, checked])).toEqual([
      ['4210', true],
      ['421002001001', false],
    ]);
    expect(html).toContain('荆州市 › 沙市区');
    expect(html).toMatch(/name="areaId\.find"[^>]*value="中心"|value="中心"[^>]*name="areaId\.find"/);
    expect(html).toContain('还有更多');
    expect(html).toContain('上一级');
  });

  it('sends the scope with it, and says what is wrong', () => {
    const state = { values: { areaId: '' }, errors: { areaId: ['请填写这一项'] } };
    const html = form({ ...many, scope: ['421002', '421003'] }, state);
    expect(html).toContain('name="areaId.scope" value="421002,421003"');
    expect(html).toMatch(/aria-invalid="true"[^]*请填写这一项/);
    expect(radios(html).some(({ checked }) => checked)).toBe(false);
  });
});

it('a filter of many areas is folded behind what is chosen, and offers all', () => {
  const html = renderToStaticMarkup(
    <FilterBar>
      <FilterArea areas={many} />
    </FilterBar>,
  );
  expect(html).toMatch(/<summary class="control[^"]*">沙市区<\/summary>/);
  expect(radios(html)).toEqual([
    { value: '', checked: false },
    { value: '421002', checked: true },
    { value: '4210', checked: false },
  ]);
  expect(html).toContain('全部区域');
});
