import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { FormState } from '~/lib/form-state';
import {
  Checkbox,
  CheckboxGroup,
  DisclosureForm,
  Field,
  Form,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '..';

// The form's own work is tested here, not the router's: a plain form stands in, and nothing is under way.
vi.mock('@remix-run/react', () => ({
  Form: (props: { children: ReactNode }) => <form {...props} />,
  Link: 'a',
  useNavigation: () => ({ state: 'idle' }),
  useFormAction: () => '/here',
  useLocation: () => ({ pathname: '/here', search: '' }),
}));

const wrong: FormState = {
  values: { intent: 'save', title: '太短', areas: ['a', 'b'], kind: 'help' },
  errors: { title: ['至少 5 个字'], '': ['活动已结束'] },
};

function fields(state?: FormState) {
  return renderToStaticMarkup(
    <Form id="f" intent="save" state={state} initial={{ title: '原来的标题', notify: 'on', areas: 'c' }}>
      <Field name="title" label="标题" hint="一句话" required>
        <TextInput />
      </Field>
      <Checkbox name="notify" label="通知我" />
      <CheckboxGroup
        name="areas"
        label="区域"
        choices={['a', 'b', 'c'].map((value) => ({ value, label: value }))}
      />
      <RadioGroup
        name="kind"
        label="类型"
        choices={['ask', 'help'].map((value) => ({ value, label: value }))}
      />
    </Form>,
  );
}

const inputs = (html: string, part: string) =>
  [...html.matchAll(/<(?:input|textarea|select)[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(part));

describe('Form', () => {
  it('posts, and sends its marks', () => {
    const html = fields();
    expect(html).toMatch(/<form id="f" method="post"/);
    expect(html).toContain('<input type="hidden" name="intent" value="save"/>');
    expect(html).not.toContain('role="alert"');
  });

  it('holds what was there before anyone typed', () => {
    expect(inputs(fields(), 'name="title"')[0]).toContain('value="原来的标题"');
    expect(inputs(fields(), 'name="notify"')[0]).toContain('checked');
    expect(inputs(fields(), 'value="c"')[0]).toContain('checked');
  });

  it('keeps what was typed, and ties the error to its field', () => {
    const html = fields(wrong);
    const [title] = inputs(html, 'name="title"');
    expect(title).toContain('value="太短"');
    expect(title).toContain('aria-invalid="true"');
    expect(title).toContain('aria-describedby="f-title-hint f-title-error"');
    expect(html).toMatch(/id="f-title-error"[^]*至少 5 个字/);
  });

  it('keeps what was ticked and unticked', () => {
    const html = fields(wrong);
    expect(inputs(html, 'name="notify"')[0]).not.toContain('checked');
    expect(inputs(html, 'name="areas"').map((tag) => tag.includes('checked'))).toEqual([true, true, false]);
    expect(inputs(html, 'value="help"')[0]).toContain('checked');
  });

  it('lists the faults with links to the fields, called by their labels', () => {
    const html = fields(wrong);
    expect(html).toContain('role="alert"');
    expect(html).toContain('<a href="#f-title">标题：至少 5 个字</a>');
    expect(html).toContain('<li>活动已结束</li>');
  });

  it('leaves alone what came back from another form of the page', () => {
    expect(fields({ ...wrong, values: { ...wrong.values, intent: 'other' } })).toBe(fields());
  });

  it('labels every control', () => {
    const html = fields(wrong);
    for (const [, id] of html.matchAll(/<input type="(?:text|checkbox|radio)" id="([^"]+)"/g)) {
      expect(html).toContain(`for="${id}"`);
    }
  });
});

describe('controls', () => {
  it('never fill a password in again', () => {
    const html = renderToStaticMarkup(
      <Form initial={{ password: 'secret' }}>
        <Field name="password" label="密码">
          <TextInput type="password" />
        </Field>
      </Form>,
    );
    expect(html).not.toContain('secret');
  });

  it('choose what was chosen, and escape what was typed', () => {
    const html = renderToStaticMarkup(
      <Form initial={{ kind: 'b', text: '</textarea><script>' }}>
        <Field name="kind" label="类型">
          <Select options={['a', 'b'].map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="text" label="内容">
          <TextArea maximum={10} />
        </Field>
      </Form>,
    );
    expect(html).toContain('<option value="b" selected="">');
    expect(html).not.toContain('<script>');
  });

  it('offer what is saved also where the list lacks it, so that saving does not take it out', () => {
    const html = renderToStaticMarkup(
      <Form initial={{ proposalId: 'decided', partyIds: ['a', 'left'], none: '' }}>
        <Field name="proposalId" label="提案">
          <Select options={[{ value: 'a', label: '甲' }]} />
        </Field>
        <CheckboxGroup name="partyIds" label="各方" choices={[{ value: 'a', label: '甲' }]} />
        <Field name="none" label="无">
          <Select options={[{ value: 'a', label: '甲' }]} />
        </Field>
      </Form>,
    );
    expect(html).toContain('<option value="decided" selected="">');
    expect(inputs(html, 'value="left"')[0]).toContain('checked');
    expect(html.match(/不在列表中/g)).toHaveLength(2);
  });
});

describe('DisclosureForm', () => {
  const replyTo = (id: string) => (
    <DisclosureForm
      trigger="回复"
      intent="reply"
      hidden={{ parentId: id }}
      state={{ values: { intent: 'reply', parentId: '1' }, errors: { text: ['请填写'] } }}
    >
      <Field name="text" label="回复">
        <TextArea />
      </Field>
    </DisclosureForm>
  );

  it('stands open only where something is wrong with its own form', () => {
    expect(renderToStaticMarkup(replyTo('1'))).toMatch(/<details[^>]* open/);
    expect(renderToStaticMarkup(replyTo('2'))).not.toMatch(/<details[^>]* open/);
  });
});
