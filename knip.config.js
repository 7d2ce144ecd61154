/** Finds exports, files and dependencies that nothing uses. */
export default {
  // Types for whoever has the framework (packages/elements/types): nobody needs it for ours.
  ignoreDependencies: ['react', 'svelte', 'vue'],
  workspaces: {
    '.': {
      entry: [
        'scripts/*.mjs',
        'demo/*.mjs',
        'demo/meetings/pick-towns.mjs',
        'test/**/*.{js,mjs}',
        'stories/**/*.stories.ts',
        '*.config.{js,mjs}',
      ],
      project: [
        'scripts/**/*.mjs',
        'demo/**/*.mjs',
        'test/**/*.{js,mjs}',
        'stories/**/*.ts',
        '.storybook/*.ts',
      ],
    },
    'packages/*': {
      // Entries of a package are those that its `exports` and `bin` name; the tests are beside their modules.
      entry: ['src/**/*.test.ts'],
      project: ['src/**/*.ts'],
    },
  },
};
