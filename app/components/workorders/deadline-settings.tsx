import { useSourceWords } from './limit-source';
import {
  AreaField,
  Button,
  DisclosureForm,
  Field,
  Form,
  OrganisationField,
  RadioGroup,
  Section,
  Select,
  Table,
  TextInput,
} from '~/components/ui';
import { useCategoriesToChoose, useCategoryName } from '~/components/across/use-categories';
import { limitTimes } from '~/domains/workorders/rules/deadlines/limits';
import type { LimitTime } from '~/domains/workorders/rules/deadlines/limits';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import { areaLevels } from '~/lib/geo/division-code';
import type { FormState } from '~/lib/form-state';
import type { AreaChoices } from '~/lib/choices/area-choices';
import type { OrganisationChoices } from '~/lib/choices/organisation-choices';

export interface Changeable {
  mayChange: boolean;
  state: FormState | undefined;
}

interface Limit {
  category: string;
  level: string;
  urgency: string;
  responseHours: number;
  responseTime: LimitTime;
  resolutionDays: number;
  resolutionTime: LimitTime;
  source: string;
  entered: boolean;
}

function useNames() {
  const t = useText(workOrders);
  const category = useCategoryName();
  const any = t('set.any');
  return {
    category: (value: string) => (value === '' ? any : category(value)),
    level: (value: string) => {
      const key = `level.${value}`;
      return hasKey(workOrders, key) ? t(key) : any;
    },
    urgency: (value: string) => {
      const key = `urgency.${value}`;
      return hasKey(workOrders, key) ? t(key) : any;
    },
  };
}

/** Limits with their sources: which order has how long. */
export function LimitTable({ limits, mayChange, state }: Changeable & { limits: Limit[] }) {
  const t = useText(workOrders);
  const name = useNames();
  return (
    <Section title={t('set.limits')} id="limits">
      <p>{t('set.limit-hint')}</p>
      <Table
        caption={t('set.limits')}
        captionHidden
        rows={limits}
        rowKey={(row) => `${row.category}/${row.level}/${row.urgency}`}
        columns={[
          { key: 'category', header: t('category'), cell: (row) => name.category(row.category) },
          { key: 'urgency', header: t('urgency'), cell: (row) => name.urgency(row.urgency) },
          { key: 'level', header: t('level'), cell: (row) => name.level(row.level) },
          {
            key: 'response',
            header: t('clock.response'),
            cell: (row) => t(`set.hours.${row.responseTime}`, { count: row.responseHours }),
          },
          {
            key: 'resolution',
            header: t('clock.resolution'),
            cell: (row) => t(`set.days-of.${row.resolutionTime}`, { count: row.resolutionDays }),
          },
          {
            key: 'source',
            header: t('set.source'),
            cell: (row) => <LimitSource row={row} mayChange={mayChange} />,
          },
        ]}
      />
      {mayChange && <LimitForm state={state} />}
    </Section>
  );
}

function LimitSource({ row, mayChange }: { row: Limit; mayChange: boolean }) {
  const t = useText(workOrders);
  const sourceWords = useSourceWords();
  const { category, level, urgency } = row;
  return (
    <>
      {sourceWords(row.source)}
      {mayChange && row.entered && (
        <Form intent="remove-limit" hidden={{ category, level, urgency }}>
          <Button variant="quiet" size="small">
            {t('set.remove')}
          </Button>
        </Form>
      )}
    </>
  );
}

function LimitForm({ state }: { state: FormState | undefined }) {
  const t = useText(workOrders);
  const name = useNames();
  const any = t('set.any');
  const options = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <DisclosureForm
      trigger={t('set.edit-limit')}
      intent="limit"
      state={state}
      initial={{ responseTime: 'working', resolutionTime: 'working' }}
    >
      <Field name="category" label={t('category')}>
        <Select placeholder={any} options={useCategoriesToChoose()} />
      </Field>
      <Field name="urgency" label={t('urgency')}>
        <Select placeholder={any} options={options(['normal', 'urgent'], name.urgency)} />
      </Field>
      <Field name="level" label={t('level')}>
        <Select placeholder={any} options={options(areaLevels, name.level)} />
      </Field>
      <Field name="responseHours" label={t('set.response')} required>
        <TextInput type="number" inputMode="numeric" min={1} max={200} />
      </Field>
      <CountedTime name="responseTime" label={t('set.response-time')} />
      <Field name="resolutionDays" label={t('set.resolution')} required>
        <TextInput type="number" inputMode="numeric" min={1} max={365} />
      </Field>
      <CountedTime name="resolutionTime" label={t('set.resolution-time')} />
      <Field name="source" label={t('set.source')} required>
        <TextInput maxLength={200} />
      </Field>
      <Button>{t('set.save-limit')}</Button>
    </DisclosureForm>
  );
}

/** Whether nights and holidays count. */
function CountedTime({ name, label }: { name: string; label: string }) {
  const t = useText(workOrders);
  return (
    <RadioGroup
      name={name}
      label={label}
      choices={limitTimes.map((value) => ({
        value,
        label: t(`set.time.${value}`),
        hint: t(`set.time.${value}-hint`),
      }))}
    />
  );
}

interface SuperiorTableProps extends Changeable {
  superiors: {
    id: string;
    title: string;
    area: string;
    organisation: string | null;
    name: string;
    mayChange: boolean;
  }[];
  areas: AreaChoices;
  organisations: OrganisationChoices;
}

/** Whom escalation tells. */
export function SuperiorTable({ superiors, areas, organisations, mayChange, state }: SuperiorTableProps) {
  const t = useText(workOrders);
  return (
    <Section title={t('set.superiors')} id="superiors">
      <p>{t('set.superiors-hint')}</p>
      <Table
        caption={t('set.superiors')}
        captionHidden
        rows={superiors}
        rowKey={(row) => row.id}
        empty={t('set.superior-empty')}
        columns={[
          { key: 'where', header: t('department'), cell: (row) => row.organisation ?? row.area },
          { key: 'name', header: t('set.person'), cell: (row) => row.name },
          { key: 'post', header: t('set.post'), cell: (row) => <Post row={row} /> },
        ]}
      />
      {mayChange && (
        <DisclosureForm trigger={t('set.edit-superior')} intent="superior" state={state}>
          <AreaField name="areaId" label={t('area')} required areas={areas} />
          <OrganisationField
            name="organisationId"
            label={t('set.organisation')}
            organisations={organisations}
          />
          <Field name="email" label={t('set.email')} required>
            <TextInput type="email" autoComplete="off" />
          </Field>
          <Field name="title" label={t('set.post')} required>
            <TextInput maxLength={60} />
          </Field>
          <Button>{t('set.save-superior')}</Button>
        </DisclosureForm>
      )}
    </Section>
  );
}

function Post({ row }: { row: SuperiorTableProps['superiors'][number] }) {
  const t = useText(workOrders);
  return (
    <>
      {row.title}
      {row.mayChange && (
        <Form intent="remove-superior" hidden={{ id: row.id }}>
          <Button variant="quiet" size="small">
            {t('set.remove')}
          </Button>
        </Form>
      )}
    </>
  );
}
