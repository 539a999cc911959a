import { expect, it } from 'vitest';
import { departmentsFor } from './work-order-step-fields';

const departments = ['roads', 'water', 'parks'].map((id) => ({ id, name: id }));
const offered = (event: 'transfer' | 'add-helper' | 'whistle') =>
  departmentsFor(event, { departments, withOrder: ['roads', 'water'] }).map(({ id }) => id);

it('offers no department that the step would be refused for', () => {
  expect(offered('transfer')).toEqual(['water', 'parks']);
  expect(offered('add-helper')).toEqual(['parks']);
  expect(offered('whistle')).toEqual(['roads', 'water', 'parks']);
});
