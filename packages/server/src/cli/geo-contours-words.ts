import { departementName } from '@cnr-widgets/contract';
import type { ContourFaults } from '../geo/check-contours.js';
import { CONTOURS_BUDGET, type FittedContours } from '../geo/fit-contours.js';
import { CODE_PROPERTIES, OfficialContoursError } from '../geo/official-contours.js';
import { CliError, say, type Bilingual, type Context, type Locale } from './command.js';

const NOTHING: Bilingual = { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' };

const REFUSALS: Record<OfficialContoursError['code'], Bilingual> = {
  'not-contours': {
    fr: 'ce n’est pas un fichier de contours lisible : il faut du GeoJSON (FeatureCollection de polygones) ou du TopoJSON.',
    en: 'this is no readable file of contours: GeoJSON (a FeatureCollection of polygons) or TopoJSON is needed.',
  },
  'no-code': {
    fr: `aucun contour n’a le code INSEE d’un département. Il est cherché dans les propriétés ${CODE_PROPERTIES.join(', ')} ; pour une autre : --code-property NOM`,
    en: `no contour has the INSEE code of a département. It is looked for in the properties ${CODE_PROPERTIES.join(', ')}; for another one: --code-property NAME`,
  },
  'not-degrees': {
    fr: 'les coordonnées ne sont pas en degrés (longitude, latitude, WGS 84). Si le fichier est en Lambert 93, convertissez-le : ogr2ogr -t_srs EPSG:4326 sortie.geojson FICHIER',
    en: 'the coordinates are not in degrees (longitude, latitude, WGS 84). If the file is in Lambert 93, convert it: ogr2ogr -t_srs EPSG:4326 out.geojson FILE',
  },
};

/** The operator's sentence for a file that cannot be read as contours; any other failure as it is. */
export function refusal(error: unknown, file: string, context: Context): unknown {
  if (!(error instanceof OfficialContoursError)) return error;
  const colon = context.locale === 'fr' ? ' :' : ':';
  const sentence = `${file}${colon} ${say(context, REFUSALS[error.code])}\n${say(context, NOTHING)}`;
  return new CliError(sentence, { cause: error });
}

/** Contours that do not draw what they should. */
export function wrongContours(file: string, { missing, astray }: ContourFaults, context: Context): CliError {
  const french = context.locale === 'fr';
  const lines = [];
  if (missing.length > 0) {
    const codes = missing.map(named).join(', ');
    lines.push(french ? `${file} : il manque ${codes}.` : `${file}: missing are ${codes}.`);
  }
  for (const { code, name } of astray) {
    lines.push(
      french
        ? `${file} : ${name} ne tombe pas dans son département, ${named(code)}, ou tombe aussi dans un autre.`
        : `${file}: ${name} does not fall inside its département, ${named(code)}, or falls inside another too.`,
    );
  }
  if (astray.length > 0) {
    lines.push(
      french
        ? 'Les codes sont-ils ceux des départements, les coordonnées en degrés (longitude d’abord) ? Sinon essayez une --tolerance plus fine.'
        : 'Are the codes those of the départements, the coordinates in degrees (longitude first)? Otherwise try a finer --tolerance.',
    );
  }
  return new CliError([...lines, say(context, NOTHING)].join('\n'));
}

/** A line on more than two sides: the packed contours say so, and cannot be read. */
export function overlapping(file: string, context: Context, cause: Error): CliError {
  const sentence =
    context.locale === 'fr'
      ? `${file} : des contours se recouvrent. Un département y est-il deux fois, ou le fichier mêle-t-il plusieurs niveaux (régions, départements) ?`
      : `${file}: contours overlap. Is a département in it twice, or does the file mix levels (regions, départements)?`;
  return new CliError(`${sentence}\n${say(context, NOTHING)}`, { cause });
}

/** Contours over the budget. @param fitted undefined: even the coarsest are */
export function tooHeavy(fitted: FittedContours | undefined, context: Context): CliError {
  const french = context.locale === 'fr';
  const budget = kilobytes(CONTOURS_BUDGET, context.locale);
  if (!fitted) {
    return new CliError(
      french
        ? `Même très simplifiés, ces contours dépassent ${budget}. Des voisins ont-ils bien les mêmes points sur leur limite commune ?\n${NOTHING.fr}`
        : `Even much simplified, these contours are over ${budget}. Have neighbours the same positions on their common border?\n${NOTHING.en}`,
    );
  }
  const size = kilobytes(fitted.bytes, context.locale);
  return new CliError(
    french
      ? `Avec cette tolérance les contours pèsent ${size} ; la carte en admet ${budget}. Sans --tolerance, la plus fine qui convient est choisie.\n${NOTHING.fr}`
      : `With this tolerance the contours weigh ${size}; the map takes ${budget}. Without --tolerance the finest that fits is chosen.\n${NOTHING.en}`,
  );
}

/** A code with the name of its département, where there is one. */
export function named(code: string): string {
  const name = departementName(code);
  return name === undefined ? code : `${code} ${name}`;
}

export function kilobytes(bytes: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1000);
  return `${number} ${locale === 'fr' ? 'ko' : 'kB'}`;
}
