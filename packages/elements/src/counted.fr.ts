const plural = new Intl.PluralRules('fr');

/** Numbers as French writes them: `1 234,5`. */
export const number = new Intl.NumberFormat('fr');

/** `1 question`, `12 questions`. */
export function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : many}`;
}
