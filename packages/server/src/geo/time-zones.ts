/** Of what lies overseas. Polynesia has three; most of its people live by that of Tahiti. */
const OVERSEAS: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** Communes of Polynesia that have a time of their own, by INSEE's code. */
const MARQUESAS = new Set(['98718', '98723', '98731', '98746', '98756', '98757']);
const GAMBIER = '98719';

/** The IANA time zone of a place. @param commune INSEE code @param department INSEE code */
export function timeZoneOf({ commune, department }: { commune?: string; department: string }): string {
  if (commune !== undefined && MARQUESAS.has(commune)) return 'Pacific/Marquesas';
  if (commune === GAMBIER) return 'Pacific/Gambier';
  return OVERSEAS[department] ?? 'Europe/Paris';
}
