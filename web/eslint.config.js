import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

/** The arrows of the house: who may import whom. There are no others. */
const ARROWS = {
  'packages/diagram': [],
  'packages/api': [],
  'packages/ui': ['react'],
  'packages/editor': ['@tmi/diagram', '@tmi/ui', 'rbush'],
  'packages/sync': ['@tmi/diagram', '@tmi/api'],
};

const NOT_IN_SOURCE = ['**/test/**', '**/e2e/**'];

/** In its sources a package imports its own files and what its arrows name, and nothing else. */
function arrows([folder, allowed]) {
  const names = allowed.map((name) => `${name.replace('/', '\\/')}$`).join('|');
  return {
    files: [`${folder}/src/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: names === '' ? '^[^.]' : `^(?!\\.|${names})`,
              message: 'This package may not import that: see the arrows in eslint.config.js.',
            },
            { group: ['../../*', ...NOT_IN_SOURCE], message: 'Stay inside the package.' },
          ],
        },
      ],
    },
  };
}

export default typescript.config(
  { ignores: ['**/dist/**', 'reports/**', 'node_modules/**'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', 300],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
          message: 'The policy blocks style attributes: use a class or element.style.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Nothing foreign becomes markup.',
        },
        {
          selector: "AssignmentExpression[left.property.name='innerHTML']",
          message: 'Nothing foreign becomes markup.',
        },
      ],
    },
  },
  ...Object.entries(ARROWS).map(arrows),
  {
    files: ['apps/studio/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/packages/**', '**/e2e/**'] }] },
      ],
    },
  },
);
