import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import { usePickingMap } from './use-picking-map';
import { whereAmI } from './where-am-i';
import type { Nowhere } from './where-am-i';
import { Field, Icon, TextInput, useHydrated } from '~/components/ui';
import { fieldId, useFieldErrors, useFieldValue, useForm } from '~/components/ui/forms/form-context';
import { maps } from '~/i18n/maps';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { Place } from '~/lib/geo/distance';

const names = ['latitude', 'longitude'] as const;
/** A tenth of a metre: more is said by no device. */
const digits = 6;

/** The two fields of the form, read and written as somebody types in them. */
function usePoint(formId: string) {
  const inputs = () =>
    names
      .map((name) => document.getElementById(fieldId(formId, name)))
      .filter((one) => one instanceof HTMLInputElement);
  const read = (): Place | null => {
    const [latitude, longitude] = inputs().map(({ value }) => (value.trim() === '' ? NaN : Number(value)));
    const fits = Math.abs(latitude ?? NaN) <= 90 && Math.abs(longitude ?? NaN) <= 180;
    return fits && latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null;
  };
  const write = (place: Place | null) => {
    for (const [at, input] of inputs().entries()) {
      input.value = place ? place[names[at] ?? 'latitude'].toFixed(digits) : '';
      // What keeps drafts listens for this.
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  return { read, write };
}

/** Where a matter is: in words, on a map that opens where it is wanted, or in numbers. */
export function PlaceField() {
  const p = useText(proposals);
  const hydrated = useHydrated();
  return (
    <>
      <Field name="place" label={p('field.place')} hint={p('field.place-hint')}>
        <TextInput maxLength={100} />
      </Field>
      {hydrated && <OnAMap />}
      <ByNumbers />
    </>
  );
}

function ByNumbers() {
  const t = useText(maps);
  const faults = [...useFieldErrors('latitude'), ...useFieldErrors('longitude')];
  return (
    <details className="disclosure by-numbers" open={faults.length > 0 || undefined}>
      <summary className="button button-quiet button-small">{t('by-numbers')}</summary>
      <div className="disclosure-body">
        <p className="field-hint">{t('by-numbers-hint')}</p>
        <Field name="latitude" label={t('latitude')}>
          <TextInput inputMode="decimal" maxLength={24} />
        </Field>
        <Field name="longitude" label={t('longitude')}>
          <TextInput inputMode="decimal" maxLength={24} />
        </Field>
      </div>
    </details>
  );
}

/** What can be done on the map, and what is said of it. */
function usePicker(at: RefObject<HTMLDivElement>) {
  const t = useText(maps);
  const { read, write } = usePoint(useForm().formId);
  const [said, setSaid] = useState<string | null>(null);
  const [marked, setMarked] = useState(Boolean(useFieldValue('latitude')));
  const [failed, setFailed] = useState<Nowhere | null>(null);
  const take = (place: Place, area: string) => {
    write(place);
    setMarked(true);
    setFailed(null);
    const numbers = names.map((name) => place[name].toFixed(5)).join(', ');
    setSaid(area ? t('picked-in', { area, place: numbers }) : t('picked', { place: numbers }));
  };
  const map = usePickingMap(at, { start: read, onPick: take });
  const here = async () => {
    const place = await whereAmI();
    if (typeof place === 'string') return setFailed(place);
    // First the fields: the map may not come, or be on its way.
    take(place, '');
    await map.put(place);
  };
  const clear = () => {
    write(null);
    map.clear();
    setMarked(false);
    setSaid(t('picked-none'));
  };
  return { map, said, marked, failed, here, clear };
}

function OnAMap() {
  const t = useText(maps);
  const at = useRef<HTMLDivElement>(null);
  const { map, said, marked, failed, here, clear } = usePicker(at);
  const { state } = map;
  return (
    <div className="stack">
      <div className="form-actions">
        {(state === 'closed' || state === 'failed') && (
          <Act icon="place" words={t('pick-open')} act={() => void map.open()} />
        )}
        <Act words={t('pick-here')} act={() => void here()} />
        {state === 'open' && <Act words={t('pick-middle')} act={map.putInMiddle} />}
        {marked && <Act words={t('pick-none')} act={clear} />}
      </div>
      {state === 'opening' && <p role="status">{t('pick-loading')}</p>}
      {state === 'open' && <p className="field-hint">{t('pick-hint')}</p>}
      <div ref={at} className="live-map pick-map" hidden={state === 'closed' || state === 'failed'} />
      {state === 'failed' && <p role="alert">{t('pick-failed')}</p>}
      {failed && <p role="alert">{t(`here-${failed}`)}</p>}
      <p role="status" className="field-hint">
        {said}
      </p>
    </div>
  );
}

function Act({ icon, words, act }: { icon?: 'place'; words: string; act: () => void }) {
  return (
    <button type="button" className="button button-secondary button-small" onClick={act}>
      {icon && <Icon name={icon} />}
      {words}
    </button>
  );
}
