import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { LimitTable, SuperiorTable } from '~/components/workorders/deadline-settings';
import { HolidayYears } from '~/components/workorders/holiday-years';
import { OfficeHours } from '~/components/workorders/office-hours';
import { Notice, PageHeader } from '~/components/ui';
import { organisationChoices } from '~/domains/organisations/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { deadlineSettings } from '~/domains/workorders/clocks/deadline-settings.query.server';
import { saveOfficeHours } from '~/domains/workorders/clocks/office-hours.server';
import {
  holidayYearSchema,
  limitRuleSchema,
  officeHoursSchema,
  superiorSchema,
} from '~/domains/workorders/schema';
import {
  removeLimitRule,
  removeSuperior,
  saveHolidayYear,
  saveLimitRule,
  saveSuperior,
} from '~/domains/workorders/clocks/set-deadlines.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const settings = await deadlineSettings(ctx);
  const own = settings.superiorAreas;
  const [areas, organisations] = await Promise.all([
    areaChoices(ctx, { scope: own }),
    organisationChoices(ctx, { scope: own, kind: 'department' }),
  ]);
  return data({
    ...settings,
    ...(await categoriesFor(args)),
    areas,
    organisations,
    title: textIn(ctx.locale, workOrders)('set.title'),
  });
}

const keySchema = limitRuleSchema.pick({ category: true, level: true, urgency: true });
const idSchema = z.object({ id: z.string().max(26) });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, workOrders);
  const done = async (message = t('set.flash')) =>
    redirect(paths.deadlineSettings, { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'year':
      return runForm(args, holidayYearSchema, async (year) =>
        done(t('set.flash-year', { count: await saveHolidayYear(ctx, year) })),
      );
    case 'hours':
      return runForm(args, officeHoursSchema, async (input) =>
        done(t('set.flash-year', { count: await saveOfficeHours(ctx, input) })),
      );
    case 'limit':
      return runForm(args, limitRuleSchema, async (rule) => saveLimitRule(ctx, rule).then(() => done()));
    case 'remove-limit':
      return runForm(args, keySchema, async (key) => removeLimitRule(ctx, key).then(() => done()));
    case 'superior':
      return runForm(args, superiorSchema, async (input) => saveSuperior(ctx, input).then(() => done()));
    case 'remove-superior':
      return runForm(args, idSchema, async ({ id }) => removeSuperior(ctx, id).then(() => done()));
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Deadlines() {
  const settings = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(workOrders);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader title={t('set.title')} lead={t('set.lead')} />
      {settings.missing.length > 0 && (
        <Notice kind="warning">{t('set.missing', { years: settings.missing.join(', ') })}</Notice>
      )}
      <OfficeHours shown={settings.hours} mayChange={settings.mayChange} state={state} />
      <LimitTable {...settings} state={state} />
      <HolidayYears {...settings} state={state} />
      <SuperiorTable {...settings} mayChange={settings.superiorAreas.length > 0} state={state} />
    </>
  );
}
