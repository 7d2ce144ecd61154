// npm run shapes: makes the shapes by which a device reads (packages/contract/src/shapes) from the contract's schemas.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { moduleOf, READ_ON_THE_DEVICE } from '../packages/contract/dist/shapes.fixture.js';
import { root } from './setup.mjs';

const folder = path.join(root, 'packages', 'contract', 'src', 'shapes');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(READ_ON_THE_DEVICE)) {
  const filepath = path.join(folder, `${name}.ts`);
  writeFileSync(
    filepath,
    await format(moduleOf(name, schema), { ...(await resolveConfig(filepath)), filepath }),
  );
}
