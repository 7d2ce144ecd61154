const plural = new Intl.PluralRules('en');

/**
 * Numbers as English writes them: `1,234.5`. Most are counts under a thousand, which read the same without what it takes an
 * old phone longest to make: an `Intl.NumberFormat`.
 */
export const number = {
  format: (of: number) => (of % 1 || of > 999 ? of.toLocaleString('en') : `${of}`),
};

/** `1 question`, `12 questions`, on one line. */
export function counted(count: number, one: string, many: string): string {
  return `${number.format(count)}\u00a0${plural.select(count) === 'one' ? one : many}`;
}
