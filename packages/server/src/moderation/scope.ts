/** What an operator's token is for. */
export interface Scope {
  /** Their ids; null: all, later ones too. */
  consultations: readonly string[] | null;
  /** Reads and decides upon what citizens wrote. */
  moderates: boolean;
  /** Reads who registered for meetings: names, addresses, needs. */
  readsNames: boolean;
  /** Worth nothing from then on; null: until it is revoked. */
  endsAt: Date | null;
}

/** Moderation alone, everywhere. */
export const MODERATION: Scope = { consultations: null, moderates: true, readsNames: false, endsAt: null };

export function covers({ consultations }: Pick<Scope, 'consultations'>, consultation: string): boolean {
  return consultations === null || consultations.includes(consultation);
}
