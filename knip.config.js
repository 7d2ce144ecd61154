/** Finds exports, files and dependencies that nothing uses. */
export default {
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
