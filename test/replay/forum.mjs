// Where a replay takes place: a consultation of its own, which takes proposals and nothing else.

/** @param {string} id */
export function replayedConsultation(id) {
  return {
    id,
    locale: 'fr',
    title: `Votes rejoués : ${id}`,
    summary: 'Une proposition par sujet du fichier.',
    theme: 'Essai',
    organiser: 'Essai',
    territory: { level: 'national' },
    timeZone: 'Europe/Paris',
    estimatedMinutes: 1,
    resultsVisible: 'never',
    access: 'open',
    opensAt: '1970-01-01T00:00:00Z',
    closesAt: '9999-12-31T00:00:00Z',
    origins: [],
    notice: {
      controller: 'Essai',
      purpose: 'Essai',
      legalBasis: 'Essai',
      recipients: 'Essai',
      retention: 'Essai',
      rightsContact: 'essai@prefecture.example',
      openData: false,
    },
    proposals: { moderation: 'after' },
  };
}
