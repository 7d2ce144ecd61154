/** Postal codes that lie in another territory than their first three digits say. */
const ELSEWHERE: Readonly<Record<string, string>> = { '97133': '977', '97150': '978' };

/**
 * The INSEE code of the département or overseas collectivity of a postal code, undefined when no territory has it
 * (Monaco, army post offices). The few communes that the post office of a neighbouring département serves are
 * counted there.
 */
export function departementOfPostalCode(code: string): string | undefined {
  if (!/^\d{5}$/.test(code)) return undefined;
  const elsewhere = ELSEWHERE[code];
  if (elsewhere !== undefined) return elsewhere;
  // Corsica kept the 20 of before 1976: 200 and 201 in the south, 202 to 206 in the north.
  if (/^20[01]/.test(code)) return '2A';
  if (/^20[2-6]/.test(code)) return '2B';
  const departement = code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2);
  return isDepartement(departement) ? departement : undefined;
}

/** Whether INSEE gives this code to a département or to an overseas collectivity that has inhabitants. */
export function isDepartement(code: string): boolean {
  return /^(0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[678])$/.test(code);
}
