import { Link, useSearchParams } from '@remix-run/react';
import { DepartmentSuggestion } from '~/components/responsibility/department-suggestion';
import { acceptedDocuments, Documents } from '~/components/files/documents';
import { OrderMatters } from './order-matters';
import { OthersCall } from './others-call';
import { Pictures } from '~/components/files/pictures';
import { WorkOrderBadges } from './work-order-badges';
import { WorkOrderSteps } from './work-order-steps';
import {
  AreaBreadcrumbs,
  Button,
  Field,
  FileUpload,
  Form,
  LinkButton,
  Notice,
  Section,
  TextArea,
  Time,
} from '~/components/ui';
import type { WorkbenchOrder } from '~/domains/workorders/queue/workbench.query.server';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import { workbench } from '~/i18n/workbench';
import type { FormState } from '~/lib/form-state';

export interface WorkbenchDetailProps {
  page: WorkbenchOrder;
  state: FormState | undefined;
}

/** One order beside the list: what it is about, what may be done now, and what colleagues say. */
export function WorkbenchDetail({ page, state }: WorkbenchDetailProps) {
  const { order, trail, overdue, steps, departments, helpers, areasBelow, suggestion, report } = page;
  const t = useText(workbench);
  const w = useText(workOrders);
  return (
    <div className="stack">
      <AreaBreadcrumbs areas={trail} />
      <h2 id="order">{order.title}</h2>
      <p>
        <WorkOrderBadges order={order} overdue={overdue} /> {order.number}
        {order.deadlineAt && (
          <>
            {' · '}
            {w('deadline')} <Time value={order.deadlineAt} />
          </>
        )}
      </p>
      <p className="pre-line">{order.description}</p>
      <OrderMatters matters={page.links} />
      <Ways page={page} />
      {page.duplicates.length > 0 && (
        <Notice kind="warning" title={t('duplicates')}>
          {page.duplicates.map(({ id, number, title }) => (
            <p key={id}>
              <Link to={paths.workOrder(id)}>{`${number} ${title}`}</Link>
            </p>
          ))}
        </Notice>
      )}
      <QuickDispatch page={page} />
      <Templates page={page} />
      {steps.includes('dispatch') && (
        <DepartmentSuggestion
          suggestion={suggestion}
          areaNames={Object.fromEntries(trail.map((area) => [area.id, area.name]))}
        />
      )}
      <WorkOrderSteps
        key={`${order.id}:${report}`}
        order={order}
        steps={steps}
        {...{ departments, areasBelow }}
        withOrder={[order.departmentId ?? '', ...helpers.map((row) => row.departmentId)]}
        suggestedId={suggestion?.department.id}
        report={report}
        state={state}
      />
      <Notes page={page} state={state} />
    </div>
  );
}

/** Where else the order is worked on, and who calls its callers back. */
function Ways({ page }: { page: WorkbenchOrder }) {
  const { order, steps } = page;
  const t = useText(workbench);
  return (
    <>
      <p className="form-actions">
        <Link to={paths.workOrder(order.id)}>{t('full')}</Link>
        {page.mayReadSheet && <Link to={paths.orderSheet(order.id)}>{t('sheet')}</Link>}
        {steps.includes('merge') && <Link to={paths.mergeOrder(order.id)}>{t('merge-go')}</Link>}
        {page.callersToAsk > 0 && <Link to={paths.callCaller(order.id)}>{t('call-go')}</Link>}
        {page.mayLink && <Link to={paths.linkToOrder(order.id)}>{t('link-go')}</Link>}
      </p>
      <OthersCall {...page} />
    </>
  );
}

/** The suggestion confirmed by one press. */
function QuickDispatch({ page: { order, suggestion, steps } }: { page: WorkbenchOrder }) {
  const t = useText(workbench);
  if (!suggestion || !steps.includes('dispatch')) return null;
  const hidden = { act: 'dispatch', version: String(order.version), departmentId: suggestion.department.id };
  return (
    <Form hidden={hidden}>
      <span data-key="d">
        <Button>{t('dispatch-listed', { department: suggestion.department.name })}</Button>
      </span>
    </Form>
  );
}

function Templates({ page: { templates, report } }: { page: WorkbenchOrder }) {
  const [asked] = useSearchParams();
  const t = useText(workbench);
  if (templates.length === 0) return null;
  const to = (template: string) => {
    const query = new URLSearchParams(asked);
    query.set('template', template);
    return `?${query}`;
  };
  return (
    <nav aria-label={t('template-use')} className="form-actions">
      {t('template-use')}
      {templates.map(({ id, name }, index) => (
        <LinkButton
          key={id}
          to={to(id)}
          size="small"
          variant="secondary"
          {...(index === 0 ? { 'data-key': 't' } : {})}
        >
          {name}
        </LinkButton>
      ))}
      {report !== '' && <span role="status">{t('template-used')}</span>}
    </nav>
  );
}

function Notes({ page: { notes, order }, state }: WorkbenchDetailProps) {
  const t = useText(workbench);
  return (
    <Section title={t('notes')}>
      {notes.length === 0 && <p>{t('note-none')}</p>}
      {notes.map((note) => (
        <div key={note.id} className="panel">
          <p>
            <strong>{note.author}</strong> <Time value={note.createdAt} />
          </p>
          <p className="pre-line">{note.body}</p>
          {note.pictures.length > 0 && <Pictures pictures={note.pictures} />}
          <Documents documents={note.documents} />
        </div>
      ))}
      <Form intent="note" hidden={{ order: order.id }} state={state} files>
        <div data-key="w">
          <Field name="body" label={t('note')} hint={t('notes-hint')} required>
            <TextArea rows={2} maximum={5000} />
          </Field>
        </div>
        <Field name="files" label={t('note-files')}>
          <FileUpload accept={acceptedDocuments} hint={t('note-files-hint')} maximum={5} megabytes={10} />
        </Field>
        <Button variant="secondary">{t('note-add')}</Button>
      </Form>
    </Section>
  );
}
