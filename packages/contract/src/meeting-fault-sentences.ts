/** What `checkMeeting` says besides, by code, in French and in English. Apart from the others, which are many. */
export const MEETING_FAULT_SENTENCES = {
  'not-a-meeting': [
    'Une rencontre est un objet JSON : commencez par « { » et finissez par « } ».',
    'A meeting is a JSON object: begin with "{" and end with "}".',
  ],
  'bad-postal-code': [
    'Un code postal a cinq chiffres, par exemple « 72000 ».',
    'A postal code has five digits, e.g. "72000".',
  ],
  'bad-commune-code': [
    'Le code d’une commune est celui de l’INSEE, par exemple « 72181 » ou « 2A004 ».',
    'The code of a commune is INSEE’s, e.g. "72181" or "2A004".',
  ],
  'unknown-departement': [
    'L’INSEE ne donne ce code à aucun département : écrivez par exemple « 72 », « 2A » ou « 974 ».',
    'INSEE gives this code to no département: write e.g. "72", "2A" or "974".',
  ],
  nowhere: [
    'La rencontre n’a pas de lieu : ajoutez « place », ou « remote » si elle se tient à distance.',
    'The meeting has no place: add "place", or "remote" where it is held from afar.',
  ],
  'end-before-start': [
    'La fin doit venir après le début : corrigez « start » ou « end ».',
    'The end must come after the beginning: correct "start" or "end".',
  ],
  'sessions-overlap': [
    'Cette séance commence avant la fin de la précédente : rangez les séances dans l’ordre du temps.',
    'This session begins before the one above has ended: put the sessions in the order of time.',
  ],
  'offset-of-zone': [
    'À cette date, l’heure de {zone} s’écrit avec « {expected} » : corrigez le décalage ou le fuseau.',
    'On this date the time of {zone} is written with "{expected}": correct the offset or the time zone.',
  ],
  'places-nowhere': [
    '« {key} » compte des places là où l’on ne peut pas venir : retirez-le, ou ajoutez « {lacking} ».',
    '"{key}" counts places where nobody can come: remove it, or add "{lacking}".',
  ],
  'located-without-point': [
    '« located » dit d’où vient un point : ajoutez « point », ou retirez-le.',
    '"located" says where a point comes from: add "point", or remove it.',
  ],
  'point-nowhere': [
    'Ce point est au large du golfe de Guinée (0, 0) : corrigez-le, ou retirez « point ».',
    'This point lies off the coast of Guinea (0, 0): correct it, or remove "point".',
  ],
} as const satisfies Record<string, readonly [fr: string, en: string]>;
