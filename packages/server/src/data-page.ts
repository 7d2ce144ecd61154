import { html } from 'hono/html';
import type { PublicConsultation } from './consultations.js';

const WORDS = {
  fr: {
    title: 'Vos données',
    controller: 'Responsable de vos données',
    purpose: 'But',
    legalBasis: 'Base légale',
    recipients: 'Qui les lit',
    retention: 'Durée',
    rights: 'Vos droits',
    dpo: 'Délégué à la protection des données',
    openData: 'Données ouvertes',
    openDataYes:
      'Les réponses seront publiées en données ouvertes, sans nom. Elles seront groupées pour que personne ne soit reconnu.',
    openDataNo: 'Les réponses ne seront pas publiées en données ouvertes.',
    cnil: 'Vous pouvez aussi adresser une plainte à la CNIL.',
    undo: 'Retirer ou effacer',
    support: 'Un soutien\u00a0: appuyez de nouveau sur le bouton. Il ne compte plus.',
    written:
      'Une réponse, un texte, une inscription\u00a0: avec le code de reçu, sur la page de la consultation. Ce qui est retiré est effacé.',
    device:
      'Sur votre appareil\u00a0: le site où vous avez participé y garde vos reçus, et un identifiant tiré au hasard qui évite de vous compter deux fois. Effacez-les sur ce site, dans «\u00a0Mes participations sur cet appareil\u00a0», ou effacez dans votre navigateur les données de ce site.',
    back: 'Aller à la consultation',
  },
  en: {
    title: 'Your data',
    controller: 'Responsible for your data',
    purpose: 'Purpose',
    legalBasis: 'Legal basis',
    recipients: 'Who reads them',
    retention: 'Kept for',
    rights: 'Your rights',
    dpo: 'Data protection officer',
    openData: 'Open data',
    openDataYes:
      'The answers will be published as open data, without names. They will be grouped so that nobody is recognised.',
    openDataNo: 'The answers will not be published as open data.',
    cnil: 'You can also lodge a complaint with the CNIL, the French data protection authority.',
    undo: 'Withdrawing and erasing',
    support: 'A support: press the button again. It does not count any more.',
    written:
      'An answer, a text, a registration: with the receipt code, on the consultation’s page. What is withdrawn is erased.',
    device:
      'On your device: the site where you took part keeps your receipts there, and a random identifier, which keeps you from being counted twice. Erase them on that site, in “My contributions on this device”, or erase that site’s data in your browser.',
    back: 'Go to the consultation',
  },
};

/**
 * What a lone support button leads to: the notice of a consultation, and how to take back and to erase. It needs no
 * script, and erases nothing itself: what a device holds belongs to the site where the button stands.
 */
export function renderData({ definition }: PublicConsultation) {
  const { id, locale, title, notice } = definition;
  const t = WORDS[locale];
  const rows = Object.entries({
    [t.controller]: notice?.controller,
    [t.purpose]: notice?.purpose,
    [t.legalBasis]: notice?.legalBasis,
    [t.recipients]: notice?.recipients,
    [t.retention]: notice?.retention,
    [t.rights]: renderContact(notice?.rightsContact),
    [t.dpo]: renderContact(notice?.dpoContact),
    [t.openData]: notice?.openData ? t.openDataYes : t.openDataNo,
  }).filter(([, value]) => value !== undefined);
  const content = html`<h1>${t.title}</h1>
    <p>${title}</p>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p><a href="https://www.cnil.fr/fr/plaintes" rel="noopener">${t.cnil}</a></p>
    <h2>${t.undo}</h2>
    <ul>
      <li>${t.support}</li>
      <li>${t.written}</li>
      <li>${t.device}</li>
    </ul>
    <p><a href="/c/${id}">${t.back}</a></p>`;
  return { title: `${t.title} – ${title}`, content };
}

/** An e-mail address or an `https:` address; the check of the definition lets nothing else through. */
function renderContact(contact: string | undefined) {
  if (contact === undefined) return undefined;
  const href = contact.startsWith('https:') ? contact : `mailto:${contact}`;
  return html`<a href="${href}" rel="noopener">${contact}</a>`;
}
