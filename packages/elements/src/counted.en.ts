const plural = new Intl.PluralRules('en');

/** Numbers as English writes them: `1,234.5`. */
export const number = new Intl.NumberFormat('en');

/** `1 question`, `12 questions`. */
export function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : many}`;
}
