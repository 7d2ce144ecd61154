/** A right definition, and ways to change it. */

export type Json = Record<string, unknown>;

export const choices = [
  { id: 'x', label: 'X' },
  { id: 'y', label: 'Y' },
];
export const single = { id: 's', kind: 'single', title: 'S', choices };
export const multiple = { id: 'm', kind: 'multiple', title: 'M', choices };
export const text = { id: 't', kind: 'text', title: 'T' };
export const number = { id: 'n', kind: 'number', title: 'N' };
export const scale = { id: 'e', kind: 'scale', title: 'E', min: 1, max: 5 };
export const info = { id: 'i', kind: 'info', title: 'I' };
export const notice = {
  controller: 'Préfecture',
  purpose: 'Écouter',
  legalBasis: 'Mission d’intérêt public. Répondre est facultatif.',
  recipients: 'Le service',
  retention: 'Un an',
  retentionMonths: 12,
  rightsContact: 'droits@prefecture.example',
  dpoContact: 'dpo@prefecture.example',
  openData: true,
};
export const proposals = {
  moderation: 'before',
  themes: [
    { id: 'sol', label: 'Le sol' },
    { id: 'murs', label: 'Les murs' },
  ],
};
export const right: Json = {
  id: 'essai',
  locale: 'fr',
  title: 'Essai',
  summary: 'Un essai.',
  theme: 'Essais',
  organiser: 'Préfecture',
  territory: { level: 'departement', code: '21', name: 'Côte-d’Or' },
  timeZone: 'Europe/Paris',
  estimatedMinutes: 5,
  resultsVisible: 'after-closing',
  access: 'open',
  opensAt: '2026-09-01T08:00:00+02:00',
  closesAt: '2026-10-01T18:00:00+02:00',
  notice,
  origins: ['https://www.prefecture.example'],
  questionnaire: { items: [single, text] },
};

export const card = (more: Json): Json => ({ ...right, ...more });
export const asking = (...items: Json[]): Json => card({ questionnaire: { items } });
export const without = (...keys: string[]): Json =>
  Object.fromEntries(Object.entries(right).filter(([key]) => !keys.includes(key)));
export const onText = (showIf: unknown, ...before: Json[]): Json => asking(...before, { ...text, showIf });
export const choice = (more: Json): Json[] => [choices[0] as Json, { ...choices[1], ...more }];
