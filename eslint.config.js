import { readFileSync } from 'node:fs';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { oneHandle } from './scripts/lint/one-handle.mjs';
import { pathsWrittenOnce } from './scripts/lint/paths-written-once.mjs';
import { tablesByOwner } from './scripts/lint/tables-by-owner.mjs';

const house = {
  rules: {
    'one-handle': oneHandle,
    'paths-written-once': pathsWrittenOnce,
    'tables-by-owner': tablesByOwner,
  },
};
/**
 * What may not be written, and where. A later block of a configuration replaces the list of an earlier one: each
 * block below names all that holds for its files.
 */
const never = {
  now: {
    selector:
      "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Rules take the time as an argument.',
  },
  chance: {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Rules take their randomness as an argument.',
  },
  cookies: {
    selector:
      "MemberExpression[object.property.name='headers'][property.name='cookie'], CallExpression[callee.property.name='get'][arguments.0.value=/^cookie$/i]",
    message: 'Cookies are read once, by request-cookies.ts: a second reader may read otherwise.',
  },
  roles: {
    selector:
      "CallExpression[callee.name=/^(holdsRole|areasOfRoles|areasHeld|hasMandate)$/], BinaryExpression[left.property.name='mandate'], BinaryExpression[left.name='mandate'], BinaryExpression[left.property.name='role'], MemberExpression[object.name='actor'][property.name='roles'], MemberExpression[object.property.name='actor'][property.name='roles']",
    message: 'Roles and mandates are asked in the policies of the subjects.',
  },
  formData: {
    selector: "CallExpression[callee.property.name='formData']",
    message:
      'Forms are read by readForm or postedForm alone: they count on the bytes before they take apart.',
  },
  emptyNumber: {
    selector:
      "MemberExpression[object.object.name='z'][object.property.name='coerce'][property.name='number']",
    message:
      'An empty field would be 0: numberField() of app/lib/numbers/number-field.ts takes it for missing.',
  },
  skip: {
    selector:
      'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|skipIf|runIf|todo|only)$/]',
    message: 'A test that may not run says what it lacks: needs() of tests/setup/needs.ts.',
  },
};
const forbid = (...what) => ({ 'no-restricted-syntax': ['error', ...what] });

/** How long files and functions may be, and how many parameters they take. */
export const sizes = {
  'max-lines': { max: 250, skipBlankLines: true, skipComments: true },
  'max-lines-per-function': { max: 40, skipBlankLines: true, skipComments: true },
  'max-params': { max: 3 },
};
/** Which files still exceed which size, and to what: the list may only shrink (scripts/check-sizes.mjs). */
export const exceptions = JSON.parse(
  readFileSync(new URL('./size-exceptions.json', import.meta.url), 'utf8'),
);
export const sized = ['app/**/*.{ts,tsx}', 'prisma/**/*.ts', 'scripts/**/*.mjs', 'bin/**/*.mjs'];
export const unsized = ['**/*.test.{ts,tsx}', 'app/i18n/**'];

export default tseslint.config(
  { ignores: ['build*/', 'data/', 'node_modules/', 'app/platform/db/generated/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: { ...jsxA11y.flatConfigs.recommended.rules, ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'prisma/**/*.ts', 'tests/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['csv-stringify', 'csv-stringify/*', 'csv-parse', 'csv-parse/*'],
              message: 'Tables are written and read by app/lib/csv alone: it guards cells and decodes files.',
            },
          ],
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['app/domains/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { house },
    rules: { 'house/tables-by-owner': 'error' },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'app/paths*.ts', 'app/i18n/**', 'app/bench/**', 'app/platform/**'],
    plugins: { house },
    rules: { 'house/paths-written-once': 'error' },
  },
  { files: ['app/**/*.{ts,tsx}'], rules: forbid(never.formData, never.emptyNumber) },
  {
    files: ['app/**/*.{ts,tsx}', 'prisma/seed/**/*.ts', 'tests/types/**/*.ts'],
    // The platform makes the handles: what it hands out is held to the rule where it is used.
    ignores: ['**/*.test.ts', 'app/platform/**', 'app/domains/in-transaction.server.ts'],
    plugins: { house },
    rules: { 'house/one-handle': 'error' },
  },
  {
    files: ['app/{http,routes}/**/*.{ts,tsx}'],
    rules: forbid(never.formData, never.emptyNumber, never.cookies, never.roles),
  },
  {
    files: [
      'app/domains/**/{schema,lifecycle,policy,events}.ts',
      'app/domains/**/rules/**/*.ts',
      'app/lib/**/*.ts',
    ],
    rules: forbid(never.formData, never.emptyNumber, never.now, never.chance),
  },
  { files: ['app/domains/within-transaction.ts'], rules: forbid(never.formData, never.emptyNumber) },
  {
    files: ['app/http/guards/request-cookies.ts'],
    rules: forbid(never.formData, never.emptyNumber, never.roles),
  },
  {
    files: ['app/http/forms/bodies/{posted-body.server,whole-request}.ts'],
    rules: forbid(never.emptyNumber, never.cookies, never.roles),
  },
  { files: ['**/*.test.{ts,tsx}'], rules: forbid(never.skip) },
  { files: ['app/lib/csv/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: sized,
    ignores: unsized,
    rules: Object.fromEntries(Object.entries(sizes).map(([rule, size]) => [rule, ['error', size]])),
  },
  ...Object.entries(exceptions).map(([file, held]) => ({
    files: [file],
    rules: Object.fromEntries(
      Object.entries(held).map(([rule, max]) => [rule, ['error', { ...sizes[rule], max }]]),
    ),
  })),
  {
    files: ['app/cli/**', 'scripts/**', 'bin/**', 'tests/**', '**/*.test.ts', 'app/bench/**'],
    rules: { 'no-console': 'off' },
  },
);
