import tseslint from 'typescript-eslint';

const namesAndLists = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  { selector: 'ExportAllDeclaration', message: 'An index lists what it exports.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'node_modules/',
      'case/',
      '.bench/',
      'scripts/',
      '*.config.*',
      '.ci/',
      'test/consumer/',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Typed-array reads inside loops with proven bounds: `!` there says exactly that, and costs nothing.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Numbers in messages are the point of messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      'no-restricted-syntax': ['error', ...namesAndLists],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // An argument for each element: a list as long as the data overflows the stack. The page of a case has few enough.
    files: ['src/**'],
    ignores: ['src/report/{client,pictures}/**', 'src/cli/**', 'src/simulation/**', 'src/ingest/proposal/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...namesAndLists,
        {
          selector: 'CallExpression[callee.object.name="Math"] > SpreadElement',
          message: 'Use greatest() or least().',
        },
        { selector: 'CallExpression[callee.property.name="push"] > SpreadElement', message: 'Push in a loop.' },
      ],
    },
  },
  { files: ['src/cli/**', 'benchmarks/**', 'examples/**'], rules: { 'no-console': 'off' } },
);
