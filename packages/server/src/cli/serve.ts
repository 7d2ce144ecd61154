import { ConfigError, elementsMissing, readConfig, type ServerConfig } from '../config.js';
import { startServer, type RunningServer } from '../server.js';
import { asCliError, CliError, readArgs, type Command, type Context } from './command.js';

/** Starts the server and stays until it is told to stop. */
export const serve: Command = {
  usage: { fr: '', en: '' },
  summary: {
    fr: 'démarrer le serveur qui reçoit les réponses',
    en: 'start the server that receives answers',
  },
  help: {
    fr: `Démarre le serveur. Ctrl-C (ou SIGTERM) l’arrête proprement : les envois en cours sont d’abord terminés.
Les tables sont créées ou mises à jour au démarrage.

Réglages, par variables d’environnement :
  DATABASE_URL         où est PostgreSQL (obligatoire)
  PORT                 le port écouté ; 8080 par défaut
  HOST                 l’interface écoutée ; 127.0.0.1 par défaut, 0.0.0.0 pour toutes
  PUBLIC_URL           l’adresse publique, par exemple https://participation.example
  EMBED_DIR            le dossier des éléments construits (cnr.js, cnr.css, chunks/)
  LOG_LEVEL            debug, info, warn, error ou silent ; info par défaut
  SECURITY_CONTACT     à qui signaler une faille : mailto:… ou https://…
  TRUSTED_PROXIES      les mandataires dont l’en-tête X-Forwarded-For est cru : 127.0.0.1,10.0.0.0/8
  PROOF_ATTEMPTS       le travail demandé par « proof-of-work » : essais au plus ; 3000 par défaut
  PROOF_WAIT           l’attente, en secondes, qui en dispense un appareil lent ; 120 par défaut
  SUPPORTS_PER_MINUTE  soutiens par minute et par appareil ; 30 par défaut

Exemple :
  DATABASE_URL=postgres://cnr:secret@localhost/cnr PUBLIC_URL=https://participation.example cnr serve`,
    en: `Starts the server. Ctrl-C (or SIGTERM) stops it cleanly: what is being sent is finished first.
Tables are created or brought up to date at the start.

Settings, by environment variables:
  DATABASE_URL         where PostgreSQL is (needed)
  PORT                 the port; 8080 unless said otherwise
  HOST                 the interface; 127.0.0.1 unless said otherwise, 0.0.0.0 for all
  PUBLIC_URL           the public address, for example https://participation.example
  EMBED_DIR            the folder of the built elements (cnr.js, cnr.css, chunks/)
  LOG_LEVEL            debug, info, warn, error or silent; info unless said otherwise
  SECURITY_CONTACT     whom to tell of a vulnerability: mailto:… or https://…
  TRUSTED_PROXIES      the proxies whose X-Forwarded-For is believed: 127.0.0.1,10.0.0.0/8
  PROOF_ATTEMPTS       the work that "proof-of-work" asks for: attempts at most; 3000 unless said otherwise
  PROOF_WAIT           the wait, in seconds, that stands for it on a slow device; 120 unless said otherwise
  SUPPORTS_PER_MINUTE  supports a minute and device; 30 unless said otherwise

Example:
  DATABASE_URL=postgres://cnr:secret@localhost/cnr PUBLIC_URL=https://participation.example cnr serve`,
  },
  async run(args, context) {
    readArgs(args, {}, context.locale);
    const config = settings(context);
    // Listened for before the start: a stop that is asked for meanwhile is not lost.
    const stopAsked = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    const server = await start(config, context);
    context.tell(
      context.locale === 'fr'
        ? `Le serveur répond à l’adresse ${server.url} (Ctrl-C pour l’arrêter)`
        : `The server answers at ${server.url} (Ctrl-C stops it)`,
    );
    const missing = elementsMissing(config, context.locale);
    if (missing !== undefined) context.tell(missing);
    await stopAsked;
    await server.stop();
    return 0;
  },
};

function settings({ env, locale }: Context): ServerConfig {
  try {
    return readConfig(env, locale);
  } catch (error) {
    if (error instanceof ConfigError) throw new CliError(error.message, { cause: error });
    throw error;
  }
}

async function start(config: ServerConfig, context: Context): Promise<RunningServer> {
  try {
    return await startServer(config);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const listening = error instanceof Error && 'syscall' in error && error.syscall === 'listen';
    if (listening) throw new CliError(portSentence(code, config, context), { cause: error });
    throw asCliError(error, context);
  }
}

function portSentence(code: unknown, { port, host }: ServerConfig, { locale }: Context): string {
  if (code === 'EADDRINUSE') {
    return locale === 'fr'
      ? `Le port ${port} est déjà pris par un autre programme. Choisissez-en un autre, par exemple PORT=${port + 1}`
      : `Port ${port} is taken by another program. Choose another one, for example PORT=${port + 1}`;
  }
  return locale === 'fr'
    ? `Impossible d’écouter sur ${host}, port ${port} (${String(code)}). Choisissez un autre PORT ou HOST.`
    : `Cannot listen on ${host}, port ${port} (${String(code)}). Choose another PORT or HOST.`;
}
