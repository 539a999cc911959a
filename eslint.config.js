import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { tablesByOwner } from './scripts/lint/tables-by-owner.mjs';

export default tseslint.config(
  { ignores: ['build/', 'data/', 'node_modules/', 'app/platform/db/generated/', 'coverage/'] },
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
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['app/domains/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { house: { rules: { 'tables-by-owner': tablesByOwner } } },
    rules: { 'house/tables-by-owner': 'error' },
  },
  {
    // The transaction comes with `tx`: a read by `ctx.database` beside it takes a second connection (decision 0107).
    files: ['app/**/*.ts'],
    ignores: ['**/*.test.ts', 'app/domains/within-transaction.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ":matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression):has(> Identifier.params[name='tx']) MemberExpression[object.name='ctx'][property.name='database']",
          message:
            'Inside a transaction there is only the transaction: read by tx, or call with withinTransaction(ctx, tx).',
        },
      ],
    },
  },
  {
    files: [
      'app/domains/**/{schema,lifecycle,policy,events}.ts',
      'app/domains/**/rules/**/*.ts',
      'app/lib/**/*.ts',
    ],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Rules take the time as an argument.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Rules take their randomness as an argument.',
        },
      ],
    },
  },
  { files: ['app/lib/csv/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['app/{http,routes}/**/*.{ts,tsx}'],
    ignores: ['app/http/request-cookies.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.property.name='headers'][property.name='cookie'], CallExpression[callee.property.name='get'][arguments.0.value=/^cookie$/i]",
          message: 'Cookies are read once, by request-cookies.ts: a second reader may read otherwise.',
        },
        {
          selector:
            "CallExpression[callee.name=/^(holdsRole|areasOfRoles)$/], MemberExpression[object.name='actor'][property.name='roles'], MemberExpression[object.property.name='actor'][property.name='roles']",
          message: 'Roles are asked in the policies of the subjects.',
        },
      ],
    },
  },
  {
    files: ['app/cli/**', 'scripts/**', 'bin/**', 'tests/**', '**/*.test.ts', 'app/bench/**'],
    rules: { 'no-console': 'off' },
  },
);
