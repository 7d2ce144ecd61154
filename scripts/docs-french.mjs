// What a webmaster reads of the elements in French; the English beside it comes from their source. `npm run docs:api`
// refuses an element, an attribute, an event, a part or a token that has no words here.

/** Elements, by their names. */
export const ELEMENTS = {
  'cnr-consultation': 'La carte d’une consultation, et l’entrée dans son questionnaire sur la même page.',
  'cnr-questionnaire':
    'Le questionnaire seul : il envoie la réponse, ou la garde sur l’appareil en attendant.',
  'cnr-proposals':
    'Les propositions ou les questions des citoyens : lire, chercher, soutenir, écrire, et les réponses de l’organisateur.',
  'cnr-meeting-map':
    'Les réunions publiques : chercher près de chez soi, la liste, la carte, l’agenda et l’inscription.',
  'cnr-support':
    'Le bouton de soutien : combien de personnes soutiennent une proposition, et un geste pour en être, ou ne plus en être.',
  'cnr-outbox':
    'Ce qui attend sur cet appareil, et les reçus : envoyer, enregistrer dans un fichier, effacer.',
  'cnr-receipt': 'Un champ pour le code de reçu, pour retirer sa réponse.',
  'cnr-provider': 'Donne aux éléments qu’il contient le serveur, la langue et le type d’appareil.',
};

/** Attributes, by their names. */
export const ATTRIBUTES = {
  backend: 'Adresse du serveur, sans chemin. Par défaut : celle du `<cnr-provider>` le plus proche.',
  consultation: 'Identifiant de la consultation.',
  contributions: 'Adresse où vont les réponses, quand `backend` est un dossier de fichiers.',
  departement:
    'Code INSEE du département ou territoire d’outre-mer qui vient en premier, dans la liste et sur la carte.',
  device:
    '`shared` : ordinateur d’une médiathèque, borne ; rien n’est gardé sur l’appareil. Par défaut : `personal`. Tout autre mot vaut `shared`, et la console le dit.',
  expanded: 'Le questionnaire est ouvert dès l’arrivée, pour une page qui ne parle que de lui.',
  heading: 'Titre de la consultation, pour le fichier que la personne peut garder.',
  'heading-level': 'Niveau du titre dans le plan de la page, de 2 à 6.',
  history:
    '`on` : le bouton « précédent » du navigateur revient d’une question, sans quitter la page. Par défaut : il la quitte.',
  label: 'Ce qui est soutenu, avec vos mots. Par défaut : son titre.',
  locale: '`fr` ou `en`. Par défaut : celle du `<cnr-provider>`, sinon l’attribut `lang` le plus proche.',
  messages: 'Vos phrases à la place des nôtres, par élément et par nom, en JSON.',
  proposal: 'Identifiant de la proposition ouverte dès l’arrivée.',
  subject: 'Ce qui est soutenu : `proposal:` et son identifiant, un UUID.',
  tiles:
    'Adresse d’un fond de carte en images, avec `{z}`, `{x}` et `{y}`. Sans elle, la carte est dessinée et ne demande rien à personne d’autre que le serveur.',
  'tiles-attribution': 'Qui nommer pour ce fond, comme sa licence le demande.',
  'time-zone': 'Fuseau dans lequel la date est montrée.',
  variant: '`compact` : l’icône et le nombre seuls, pour une liste. Par défaut : `button`.',
};

/** Events, by their names. */
export const EVENTS = {
  'cnr-shown': 'La carte montre la consultation.',
  'cnr-started': 'La personne commence à répondre.',
  'cnr-step': 'Une autre page du questionnaire est montrée.',
  'cnr-queued': 'La réponse est sur l’appareil et attend d’être envoyée.',
  'cnr-received': 'Le serveur a enregistré la réponse.',
  'cnr-refused': 'Le serveur a refusé la réponse ; elle reste sur l’appareil.',
  'cnr-unsaved': 'La réponse n’est ni enregistrée ni envoyée ; elle est encore à l’écran.',
  'cnr-withdrawn': 'La personne a retiré ce qu’elle avait envoyé : réponse, texte ou inscription.',
  'cnr-supported':
    'Ce que devient une pression sur le bouton de soutien : `queued` sur l’appareil, puis son issue.',
  'cnr-opened': 'La personne ouvre une proposition.',
  'cnr-meeting-opened': 'La personne ouvre une réunion.',
  'cnr-registered': 'La personne a envoyé une inscription à une réunion ; `state` dit ce qu’elle devient.',
  'cnr-deposited':
    'La personne a envoyé une proposition, un commentaire ou un signalement ; `state` dit ce qu’il devient.',
  'cnr-error': 'L’élément ne peut pas s’afficher ; `code` dit pourquoi.',
};

/** Parts, by their names. */
export const PARTS = {
  frame: 'Le cadre autour de tout.',
  title: 'Le titre.',
  button: 'Le bouton.',
  count: 'Le nombre qu’il porte.',
  action: 'Le bouton ou le lien qui mène plus loin.',
  code: 'Le code de reçu.',
};

/** The slot of each element that has one. */
export const SLOTS = {
  'cnr-consultation':
    'Un lien vers la page de la consultation : montré sans script, et quand la carte ne peut pas l’être.',
  'cnr-questionnaire':
    'Un lien vers la page de la consultation : montré quand le questionnaire ne peut pas l’être.',
  'cnr-support':
    'Un lien vers la proposition : montré tant que l’élément n’est pas chargé, et quand il ne peut pas l’être.',
  'cnr-proposals':
    'Un lien vers la page de la consultation : montré sans script, et quand la liste ne peut pas l’être.',
  'cnr-meeting-map':
    'Un lien vers la page de la consultation : montré sans script, et quand la liste ne peut pas l’être.',
  'cnr-receipt': 'Montré tant que l’élément n’est pas chargé, et quand le code ne peut pas être demandé.',
  'cnr-provider': 'La page, avec les éléments qu’elle contient.',
};

/** What a token is for, French and English: the style sheet says only what stands in its place. */
export const TOKENS = {
  '--cnr-color-text': ['Le texte', 'Text'],
  '--cnr-color-title': [
    'Les titres, les questions et ce qui nomme un champ',
    'Titles, questions and what names a field',
  ],
  '--cnr-color-muted': ['Les aides et le texte secondaire', 'Hints and secondary text'],
  '--cnr-color-background': ['Derrière le texte', 'Behind the text'],
  '--cnr-color-border': [
    'Le bord des champs ; les filets en sont un mélange',
    'Borders of fields; lines are a mix of it',
  ],
  '--cnr-color-action': ['Boutons, progression, choix faits', 'Buttons, progress, what is chosen'],
  '--cnr-color-action-hover': ['Un bouton sous la souris', 'A button under the mouse'],
  '--cnr-color-on-action': ['Le texte sur cette couleur', 'Text on that colour'],
  '--cnr-color-link': ['Les liens', 'Links'],
  '--cnr-color-error': ['Les erreurs', 'Errors'],
  '--cnr-color-success': ['Ce qui est reçu', 'What was received'],
  '--cnr-color-warning': ['Ce qui attend', 'What waits'],
  '--cnr-color-focus': ['L’anneau du focus', 'Focus ring'],
  '--cnr-focus-width': ['L’épaisseur de l’anneau du focus', 'Width of the focus ring'],
  '--cnr-radius': ['Les coins', 'Corners'],
  '--cnr-space': ['La distance entre les parties', 'Distance between parts'],
  '--cnr-font-family': ['La police', 'Font'],
  '--cnr-font-size-small': ['Les aides, les étiquettes', 'Hints, badges'],
  '--cnr-font-size-title': [
    'Les titres ; celui d’une carte large, un quart de plus',
    'Titles; that of a wide card is a quarter larger',
  ],
  '--cnr-font-size-question': ['Les questions', 'Questions'],
  '--cnr-measure': ['La largeur d’une question, au plus', 'How wide a question gets'],
  '--cnr-duration': ['Le temps que met la progression à avancer', 'How long the progress takes to move'],
  '--cnr-shadow': ['L’ombre du cadre', 'Shadow of the frame'],
  '--cnr-font-size': ['Le corps du texte, dont tout le reste dépend', 'Font size, on which all else depends'],
};
