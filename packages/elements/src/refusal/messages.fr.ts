/** French sentences of `<cnr-refusal>`. */
export const fr = {
  reopen: 'Relire et renvoyer',
  resendNew: 'Envoyer comme nouvelle réponse',
  kept: 'Elle est toujours sur cet appareil\u00a0: rien n’est perdu.',
  reasons: {
    closed: 'La consultation est terminée. Votre réponse est arrivée trop tard.',
    'not-open-yet': 'La consultation n’est pas encore ouverte.',
    'unknown-consultation': 'Le service ne connaît pas cette consultation, ou ne la publie plus.',
    'unknown-version': 'Le questionnaire a changé. Relisez vos réponses, puis renvoyez-les.',
    'invalid-contribution':
      'Une réponse ne correspond pas au questionnaire. Relisez vos réponses, puis renvoyez-les.',
    'content-conflict':
      'Une autre version de cette réponse a déjà été reçue, par exemple depuis un autre onglet. Vous pouvez envoyer celle-ci comme une nouvelle réponse.',
    withdrawn: 'Cette réponse a été retirée. Vous pouvez en envoyer une nouvelle.',
    'already-replaced':
      'La réponse que vous corrigez a déjà été corrigée\u00a0: utilisez le code du dernier reçu.',
    'unknown-receipt-code': 'La réponse que vous corrigez est introuvable.',
    'origin-not-allowed':
      'Ce site n’est pas autorisé à recueillir des réponses. Répondez sur le site de l’organisateur.',
    'too-large': 'Votre réponse est trop longue. Raccourcissez vos textes, puis renvoyez-la.',
  } as Readonly<Record<string, string>>,
  other: (code: string) => `Le service l’a refusée (${code}). Contactez l’organisateur.`,
};

export type RefusalMessages = typeof fr;
