// What TypeScript says of a program on a site that installed the packages.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** By the option: who bundles, and who leaves modules as they are. */
const RESOLUTIONS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

/**
 * One for all programs of a site: each of them reads the same declarations.
 * @param {string} site
 * @param {keyof typeof RESOLUTIONS} resolution
 */
export function compiler(site, resolution) {
  const options = {
    ...RESOLUTIONS[resolution],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUncheckedSideEffectImports: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  const known = new Map();
  host.getSourceFile = (file, ...rest) => {
    if (!known.has(file)) known.set(file, read(file, ...rest));
    return known.get(file);
  };

  /**
   * @param {string} name of the program; each has one of its own
   * @param {string} text
   * @param {RegExp} [also] declarations that are looked at, too
   * @returns {string[]} what is wrong
   */
  return (name, text, also) => {
    const file = path.join(site, `${name}.${resolution}.mts`);
    writeFileSync(file, text);
    const program = ts.createProgram([file], options, host);
    const looked = program
      .getSourceFiles()
      .filter(({ fileName }) => fileName === file || also?.test(fileName));
    return looked
      .flatMap((source) => ts.getPreEmitDiagnostics(program, source))
      .map((found) => {
        const place = found.file ? `${path.basename(found.file.fileName)}:${found.start}` : '';
        return `${place} ${ts.flattenDiagnosticMessageText(found.messageText, '\n')}`;
      });
  };
}
