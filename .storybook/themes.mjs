/** The themes that a designer looks at, by the names of their files in packages/elements/themes; neutral is none. */
export const THEMES = {
  neutral: 'Neutre',
  state: 'État',
  departement: 'Département',
  contrast: 'Contraste renforcé',
};
