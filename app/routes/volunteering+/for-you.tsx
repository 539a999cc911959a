import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Card,
  CardList,
  CheckboxGroup,
  EmptyState,
  Field,
  Form,
  LinkButton,
  PageHeader,
  Section,
  TextInput,
  TimeSpan,
} from '~/components/ui';
import { areaChoices } from '~/domains/territory/index.server';
import { saveProfile, shiftsForYou } from '~/domains/volunteering/places/for-you.query.server';
import { freeTimeCodes, skillCodes } from '~/domains/volunteering/rules/match';
import { profileSchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useNamesInARow, useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { volunteer, services, shifts } = await shiftsForYou(ctx);
  const areas = await areaChoices(ctx, { chosen: [volunteer.areaId ?? undefined] });
  return { volunteer, services, shifts, areas, title: textIn(ctx.locale, volunteerDesk)('for-you-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, profileSchema, async (input) => {
    await saveProfile(ctx, input);
    const message = textIn(ctx.locale, volunteerDesk)('flash-profile');
    return redirect(paths.volunteeringForYou, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ForYou() {
  const { shifts } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  const because = useReasons();
  return (
    <>
      <PageHeader title={d('for-you-title')} lead={d('for-you-lead')} />
      {shifts.length === 0 ? (
        <EmptyState
          title={d('for-you-title')}
          action={<LinkButton to={paths.volunteering}>{t('see-all')}</LinkButton>}
        >
          {d('for-you-none')}
        </EmptyState>
      ) : (
        <CardList label={d('for-you-title')}>
          {shifts.map((shift) => (
            <Card
              key={shift.id}
              headingLevel={2}
              title={shift.opportunity.title}
              to={paths.opportunity(shift.opportunity.id)}
              meta={
                <>
                  <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
                  {shift.place && <span>{shift.place}</span>}
                  <span>{t('seats-left', { count: shift.left })}</span>
                </>
              }
            >
              <p>{because(shift.match).join(' · ')}</p>
            </Card>
          ))}
        </CardList>
      )}
      <Profile />
    </>
  );
}

type Match = { skills: string[]; freeTime: string | null; near: 'here' | 'street' | 'district' | null };

function useFreeTimeWords() {
  const d = useText(volunteerDesk);
  return (code: string) => {
    const [day = '', part = ''] = code.split('-');
    return `${d(`day.${day}` as 'day.mon')}${d(`part.${part}` as 'part.morning')}`;
  };
}

/** Why a shift is suggested, in words. */
function useReasons() {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  const timeWords = useFreeTimeWords();
  const inARow = useNamesInARow();
  return ({ skills, freeTime, near }: Match): string[] => [
    ...(skills.length > 0
      ? [d('because.skills', { value: inARow(skills.map((code) => t(`skill.${code}` as 'skill.care'))) })]
      : []),
    ...(freeTime ? [d('because.time', { value: timeWords(freeTime) })] : []),
    ...(near ? [d(`because.${near}`)] : []),
  ];
}

function Profile() {
  const { volunteer, services, areas } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  const timeWords = useFreeTimeWords();
  return (
    <Section title={d('for-you-profile')}>
      <Form
        state={outcome?.form}
        initial={{
          skills: volunteer.skills as string[],
          freeTimes: volunteer.freeTimes as string[],
          areaId: volunteer.areaId ?? '',
          services,
        }}
      >
        <CheckboxGroup
          name="skills"
          label={d('skills')}
          inline
          choices={skillCodes.map((value) => ({ value, label: t(`skill.${value}`) }))}
        />
        <CheckboxGroup
          name="freeTimes"
          label={d('free-times')}
          inline
          choices={freeTimeCodes.map((value) => ({ value, label: timeWords(value) }))}
        />
        <AreaField name="areaId" label={d('area')} areas={areas} />
        <Field name="services" label={d('services')}>
          <TextInput maxLength={60} />
        </Field>
        <Button>{d('save')}</Button>
      </Form>
    </Section>
  );
}
