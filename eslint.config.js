import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as typescript } from 'typescript-eslint';

/** Imports run one way: contract ← client ← elements, and contract ← server. */
const forbid = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
});
const BY_PATH = ['/(contract|client|elements|server)/(src|dist)/', 'Import a package by its name.'];
const packages = (...names) => [
  `^@cnr-widgets/(${names.join('|')})(/|$)`,
  'Imports run one way: contract ← client ← elements, and contract ← server.',
];
const NO_NODE = ['^node:', 'This runs in browsers.'];
const NO_FULL_ZOD = [
  '^zod$',
  "Import zod/mini: full zod is four times its size, and trips a host page's trusted types.",
];

/** These return promises that node:test awaits itself. */
const NODE_TEST = [
  {
    from: 'package',
    package: 'node:test',
    name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
  },
];

/** semantic-dom-diff types Chai's `equal` as a promise, which it is for a DOM snapshot alone. */
const CHAI_EQUAL = [{ from: 'package', package: 'chai', name: 'Equal' }];

const globalsOfNode = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'URL',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'process',
  ]
    .concat('performance', 'setInterval', 'setTimeout')
    .map((name) => [name, 'readonly']),
);

export default defineConfig(
  globalIgnores(['**/dist/', 'storybook-static/', '.browser/', '.data/', '**/*.d.mts', '**/types/*.d.ts']),
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, typescript.strictTypeChecked, typescript.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      // What an index signature holds is read by its key: TypeScript's own rule may ask for it.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // `return add(fault)` ends a branch in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An empty text is often meant to be replaced, as an absent one is.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A method of an asynchronous interface throws as a rejection, whether it waits for something or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: 'TSEnumDeclaration', message: 'A union of string literals, or a const object.' },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'packages/*/src/testing/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [...NODE_TEST, ...CHAI_EQUAL] },
      ],
      // Chai asserts by expression.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Storybook asks for default exports.
    files: ['stories/**/*.ts', '.storybook/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['packages/contract/src/**/*.ts'],
    rules: forbid(packages('client', 'elements', 'server'), NO_FULL_ZOD, BY_PATH),
  },
  {
    files: ['packages/contract/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      ...forbid(packages('client', 'elements', 'server'), NO_FULL_ZOD, NO_NODE),
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'location', 'self', 'fetch', 'indexedDB', 'localStorage'],
        ...['process', 'Buffer', 'setTimeout', 'setInterval', 'global', 'require', '__dirname'],
      ].map(asRestricted('The contract is pure: neither DOM nor Node.')),
    },
  },
  {
    files: ['packages/client/src/**/*.ts'],
    rules: forbid(
      packages('elements', 'server'),
      ['^(lit|@lit)(/|$)', 'The client has no view.'],
      NO_FULL_ZOD,
      NO_NODE,
      BY_PATH,
    ),
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    rules: {
      ...forbid(
        packages('server'),
        ['^idb-keyval(/|$)', 'What is kept on the device is the client’s work.'],
        NO_FULL_ZOD,
        NO_NODE,
        BY_PATH,
      ),
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'indexedDB',
        'localStorage',
        'sessionStorage',
        'XMLHttpRequest',
      ].map(asRestricted('An element neither calls nor stores: the client does.')),
    },
  },
  {
    files: ['packages/server/src/**/*.ts'],
    rules: forbid(packages('client', 'elements'), BY_PATH),
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globalsOfNode },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    // Functions that a test hands to the browser, and pages of the benches.
    files: ['test/**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'customElements',
          'document',
          'getComputedStyle',
          'indexedDB',
          'localStorage',
          'location',
          'navigator',
        ]
          .concat(
            'sessionStorage',
            'window',
            'PerformanceObserver',
            'HTMLElement',
            'CustomEvent',
            'Event',
            'requestAnimationFrame',
          )
          .map((name) => [name, 'readonly']),
      ),
    },
  },
);

function asRestricted(message) {
  return (name) => (name === 'error' ? name : { name, message });
}
