export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/testing/**', '**/*.styles.ts', '**/messages.*.ts'],
  outdir: 'packages/elements',
  litelement: true,
  // The field belongs into the package of the elements, not into the root's.
  packagejson: false,
};
