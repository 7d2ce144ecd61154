/**
 * What `checkConsultation` says, by code: what is wrong and how to mend it, in French and in English. Words in braces
 * are the fault's parameters.
 */
export const FAULT_SENTENCES = {
  'not-a-definition': [
    'Une définition est un objet JSON : commencez par « { » et finissez par « } ».',
    'A definition is a JSON object: begin with "{" and end with "}".',
  ],
  'missing-key': ['Ajoutez « {key} », qui est obligatoire ici.', 'Add "{key}", which is required here.'],
  'unknown-key': [
    '« {key} » n’est pas connu ici : corrigez le nom ou retirez-le.',
    '"{key}" is not known here: correct the name or remove it.',
  ],
  'wrong-type': ['« {key} » doit être {expected}.', '"{key}" must be {expected}.'],
  'unknown-value': [
    '« {key} » doit être l’une de ces valeurs : {values}.',
    '"{key}" must be one of these values: {values}.',
  ],
  'text-too-long': [
    '« {key} » dépasse {max} caractères : raccourcissez-le.',
    '"{key}" is longer than {max} characters: shorten it.',
  ],
  'too-many-items': [
    '« {key} » compte plus de {max} éléments : retirez-en.',
    '"{key}" has more than {max} entries: remove some.',
  ],
  'too-few-items': [
    '« {key} » doit compter au moins {min} éléments : ajoutez-en.',
    '"{key}" needs at least {min} entries: add some.',
  ],
  'number-too-big': ['« {key} » ne peut pas dépasser {max}.', '"{key}" cannot be more than {max}.'],
  'number-too-small': ['« {key} » ne peut pas être inférieur à {min}.', '"{key}" cannot be less than {min}.'],
  'bad-slug': [
    'L’identifiant s’écrit en minuscules sans accent, chiffres et tirets, par exemple « acces-aux-soins ».',
    'The id takes unaccented lower-case letters, digits and hyphens, e.g. "access-to-care".',
  ],
  'bad-id': [
    'Un identifiant s’écrit avec 64 lettres sans accent, chiffres, « - » ou « _ » au plus, et commence par une lettre ou un chiffre.',
    'An id takes at most 64 unaccented letters, digits, "-" or "_", and begins with a letter or a digit.',
  ],
  'origin-not-https': [
    'Écrivez l’adresse du site avec « https:// » : une page en « http:// » ne peut pas garder une réponse.',
    'Write the address of the site with "https://": a page on "http://" cannot keep an answer.',
  ],
  'bad-origin': [
    'Écrivez l’adresse du site sans rien après le nom, par exemple « https://www.prefecture.example ».',
    'Write the address of the site with nothing after its name, e.g. "https://www.prefecture.example".',
  ],
  'bad-instant': [
    'Écrivez la date et l’heure avec leur décalage, par exemple « 2026-11-22T18:00:00+01:00 ».',
    'Write the date and time with their offset, e.g. "2026-11-22T18:00:00+01:00".',
  ],
  'bad-date': [
    'Écrivez la date sous la forme année-mois-jour, par exemple « 2026-11-22 ».',
    'Write the date as year-month-day, e.g. "2026-11-22".',
  ],
  'blank-text': [
    '« {key} » est vide : écrivez un texte ou retirez-le.',
    '"{key}" is blank: write a text or remove it.',
  ],
  'unstorable-text': [
    '« {key} » contient un caractère qui ne peut pas être enregistré (nul, ou moitié d’emoji) : retapez ce texte.',
    '"{key}" holds a character that cannot be stored (a null, or half an emoji): type the text again.',
  ],
  'not-an-https-url': [
    '« {key} » doit être une adresse complète qui commence par « https:// ».',
    '"{key}" must be a complete address that begins with "https://".',
  ],
  'invalid-condition': [
    'Cette condition ne se lit pas : écrivez « question » avec « includes », « answered », « atLeast » ou « atMost », ou bien « all », « any » ou « not ».',
    'This condition cannot be read: write "question" with "includes", "answered", "atLeast" or "atMost", or else "all", "any" or "not".',
  ],
  'missing-date': [
    'Ajoutez « {key} » : une consultation ne peut pas ouvrir sans ses dates.',
    'Add "{key}": a consultation cannot open without its dates.',
  ],
  'date-alone': [
    'Ajoutez « {key} » : l’ouverture et la clôture vont ensemble.',
    'Add "{key}": opening and closing go together.',
  ],
  'closing-before-opening': [
    'La clôture doit venir après l’ouverture : corrigez « opensAt » ou « closesAt ».',
    'Closing must come after opening: correct "opensAt" or "closesAt".',
  ],
  'unknown-time-zone': [
    'Le fuseau « {zone} » est inconnu : écrivez un nom de la base IANA, par exemple « Europe/Paris » ou « Indian/Reunion ».',
    'The time zone "{zone}" is unknown: write an IANA name, e.g. "Europe/Paris" or "Indian/Reunion".',
  ],
  'incomplete-notice': [
    'Complétez l’information des participants : ajoutez « {key} » dans « notice » (RGPD, article 13).',
    'Complete what participants are told: add "{key}" to "notice" (GDPR, article 13).',
  ],
  'bad-contact': [
    '« {key} » doit être une adresse électronique ou une adresse « https:// » : c’est là que l’on écrit pour exercer ses droits.',
    '"{key}" must be an e-mail address or an "https://" address: it is where people write to use their rights.',
  ],
  'no-dpo': [
    'Ajoutez « dpoContact » : un organisme public a un délégué à la protection des données, et dit comment lui écrire (RGPD, articles 13 et 37).',
    'Add "dpoContact": a public body has a data protection officer, and tells how to write to them (GDPR, articles 13 and 37).',
  ],
  'choice-not-said': [
    'Dites aussi si répondre est obligatoire ou facultatif (RGPD, article 13, 2, e), par exemple « Répondre est facultatif. ».',
    'Say as well whether answering is mandatory (GDPR, article 13, 2, e), e.g. "Answering is optional.".',
  ],
  'retention-not-carried-out': [
    'Ajoutez « retentionMonths » : le nombre de mois après la clôture au bout desquels le serveur efface ce qui a été envoyé, comme « retention » le promet. Sans lui, rien ne s’efface.',
    'Add "retentionMonths": how many months after closing the backend erases what was sent, as "retention" promises. Without it nothing is erased.',
  ],
  'refused-kept-longer': [
    'Ce qui est refusé ne se garde pas plus longtemps que le reste : baissez « refusedRetentionMonths », ou retirez-le.',
    'What was refused is not kept longer than the rest: lower "refusedRetentionMonths", or remove it.',
  ],
  'missing-origins': [
    'Ajoutez « origins » : la liste des sites qui afficheront la consultation, ou [] pour sa seule page propre.',
    'Add "origins": the list of sites that will show the consultation, or [] for its own page alone.',
  ],
  'unknown-territory': [
    'L’INSEE ne donne pas le code « {code} » à ce niveau : vérifiez « level » et « code ».',
    'INSEE gives no code "{code}" at this level: check "level" and "code".',
  ],
  'territory-name': [
    'Le nom officiel de ce code est « {expected} » : corrigez « name » ou « code ».',
    'The official name for this code is "{expected}": correct "name" or "code".',
  ],
  'follow-up-before-closing': [
    'Une étape de suite est datée d’avant la clôture : corrigez sa date.',
    'A follow-up step is dated before closing: correct its date.',
  ],
  'access-not-built': [
    'L’accès « {access} » n’est pas encore disponible : écrivez « open » ou « proof-of-work ».',
    'The access level "{access}" is not available yet: write "open" or "proof-of-work".',
  ],
  'forbidden-link': [
    'Le lien vers « {href} » serait affiché comme du texte : seules les adresses « https:// » et « mailto: » sont admises.',
    'The link to "{href}" would be shown as text: only "https://" and "mailto:" addresses are allowed.',
  ],
  'nothing-asked': [
    'La consultation ne demande rien : ajoutez « questionnaire », « proposals » ou « meetings ».',
    'The consultation asks for nothing: add "questionnaire", "proposals" or "meetings".',
  ],
  'no-question': [
    'Le questionnaire ne pose aucune question : ajoutez-en une.',
    'The questionnaire asks nothing: add a question.',
  ],
  'duplicate-id': [
    'L’identifiant « {id} » est déjà pris plus haut : donnez-en un autre.',
    'The id "{id}" is taken above: give another.',
  ],
  'reserved-id': [
    '« end » désigne la fin du questionnaire : donnez un autre identifiant.',
    '"end" means the end of the questionnaire: give another id.',
  ],
  'unknown-target': [
    '« next » renvoie à « {id} », qui n’existe pas : écrivez l’identifiant d’une question plus bas, ou « end ».',
    '"next" leads to "{id}", which does not exist: write the id of a question further down, or "end".',
  ],
  'backward-jump': [
    'Ce renvoi revient en arrière et tournerait en rond ({loop}) : renvoyez à une question placée plus bas, ou à « end ».',
    'This jump goes back and would run in a circle ({loop}): lead to a question further down, or to "end".',
  ],
  unreachable: [
    'Aucun parcours n’arrive à « {id} » : un renvoi passe toujours par-dessus. Corrigez ce renvoi ou retirez la question.',
    'No path arrives at "{id}": a jump always passes over it. Correct that jump or remove the question.',
  ],
  'never-shown': [
    'Aucune suite de réponses ne fait apparaître « {id} » : les réponses que sa condition demande mènent ailleurs, ou s’excluent. Corrigez la condition ou le renvoi.',
    'No answers ever show "{id}": those that its condition asks for lead elsewhere, or exclude each other. Correct the condition or the jump.',
  ],
  'next-not-here': [
    'Seul un choix unique (« single ») peut mener ailleurs : retirez « next » de cette réponse, ou placez-le sur la question.',
    'Only a single choice can lead elsewhere: remove "next" from this choice, or put it on the question.',
  ],
  'other-not-here': [
    'Un classement n’admet pas de réponse libre : retirez « other ».',
    'A ranking has no free answer: remove "other".',
  ],
  'exclusive-not-here': [
    '« exclusive » n’a de sens que pour un choix multiple (« multiple ») : retirez-le.',
    '"exclusive" only makes sense in a multiple choice: remove it.',
  ],
  'several-others': [
    'Une question n’a qu’une réponse « Autre, précisez » : retirez « other » de celle-ci.',
    'A question has one "Other, please specify" only: remove "other" from this one.',
  ],
  'exclusive-alone': [
    'Toutes les réponses s’excluent : ajoutez une réponse ordinaire, ou faites-en un choix unique (« single »).',
    'Every choice excludes the others: add an ordinary choice, or make it a single choice.',
  ],
  'min-over-max': [
    'Le minimum ({min}) dépasse le maximum ({max}) : corrigez l’un des deux.',
    'The minimum ({min}) is over the maximum ({max}): correct one of them.',
  ],
  'min-above-choices': [
    'Il faudrait {min} réponses, mais il n’y en a que {count} à choisir : baissez « min » ou ajoutez des réponses.',
    '{min} choices are asked for, but there are only {count}: lower "min" or add choices.',
  ],
  'max-above-choices': [
    '« max » ({max}) ne limite rien, il n’y a que {count} réponses : baissez-le ou retirez-le.',
    '"max" ({max}) limits nothing, there are only {count} choices: lower it or remove it.',
  ],
  'no-possible-answer': [
    'Aucun nombre entier n’est compris entre {min} et {max} : élargissez les bornes ou retirez « integer ».',
    'No whole number lies between {min} and {max}: widen the bounds or remove "integer".',
  ],
  'scale-too-short': [
    'Une échelle a deux points au moins : écartez « min » et « max ».',
    'A scale has two points at least: move "min" and "max" apart.',
  ],
  'scale-too-long': [
    'Une échelle de {points} points ne se lit pas sur un téléphone : restez à 11 au plus, nommez chaque point avec « labels », ou posez une question « number ».',
    'A scale of {points} points cannot be read on a phone: stay within 11, name each point with "labels", or ask a "number".',
  ],
  'scale-labels': [
    'L’échelle a {expected} points et {count} libellés : il en faut un par point.',
    'The scale has {expected} points and {count} labels: write one for each point.',
  ],
  'image-without-alternative': [
    'Ajoutez « alt » : ce que l’image apprend à qui ne la voit pas, ou "" si elle est décorative.',
    'Add "alt": what the image tells those who do not see it, or "" where it is a decoration.',
  ],
  'video-without-transcript': [
    'Ajoutez « transcript » : les paroles de la vidéo, et ce qu’il faut y voir.',
    'Add "transcript": the words of the video, and what must be seen in it.',
  ],
  'condition-unknown-question': [
    'La condition porte sur « {id} », qui n’existe pas : écrivez l’identifiant d’une question placée plus haut.',
    'The condition is about "{id}", which does not exist: write the id of a question further up.',
  ],
  'condition-on-itself': [
    'La question dépend de sa propre réponse : écrivez l’identifiant d’une question placée plus haut.',
    'The question depends on its own answer: write the id of a question further up.',
  ],
  'condition-on-later': [
    'La condition porte sur « {id} », qui vient plus bas : déplacez l’une des deux questions.',
    'The condition is about "{id}", which comes further down: move one of the two questions.',
  ],
  'condition-on-info': [
    'La condition porte sur « {id} », qui ne pose pas de question : choisissez une question.',
    'The condition is about "{id}", which asks nothing: choose a question.',
  ],
  'condition-kind': [
    '« {test} » ne s’applique pas à une question de type « {kind} » : employez {fitting}.',
    '"{test}" does not fit a question of kind "{kind}": use {fitting}.',
  ],
  'condition-unknown-choice': [
    '« {choice} » n’est pas une réponse de « {id} » : corrigez-le ou retirez-le.',
    '"{choice}" is not a choice of "{id}": correct it or remove it.',
  ],
  'condition-without-test': [
    'Dites ce que la réponse à « {id} » doit être : ajoutez {fitting}.',
    'Say what the answer to "{id}" must be: add {fitting}.',
  ],
} as const satisfies Record<string, readonly [fr: string, en: string]>;

/** What a value must be, by the schema's own word. */
export const TYPE_WORDS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  string: ['un texte entre guillemets', 'a text in quotes'],
  number: ['un nombre', 'a number'],
  int: ['un nombre entier', 'a whole number'],
  boolean: ['true ou false, sans guillemets', 'true or false, without quotes'],
  array: ['une liste entre crochets [ ]', 'a list in square brackets [ ]'],
  object: ['un objet entre accolades { }', 'an object in braces { }'],
};
