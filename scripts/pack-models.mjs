/** `npm run pack:models`: src/models as a package for others, `dist-models/regulars-models-<version>.tgz`. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, root, run, runNode, tool } from './run.mjs';

const SOURCES = path.join(root, 'scripts/models-package');

/** Node and browsers want the ending of a file, which our own imports leave out. */
const withEndings = (text) => text.replace(/(from\s+|import\()(['"])(\.{1,2}\/[^'"]+)\2/g, '$1$2$3.js$2');

function endings(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|d\.ts)$/.test(name)) continue;
    const file = path.join(folder, name);
    writeFileSync(file, withEndings(readFileSync(file, 'utf8')));
  }
}

const manifest = ({ version, license, engines }) => ({
  name: 'regulars-models',
  version,
  description:
    'BG/NBD, MBG/NBD, Pareto/NBD, BG/BB, Gamma-Gamma, shifted beta geometric and Kaplan–Meier in TypeScript, without a dependency.',
  keywords: ['customer lifetime value', 'clv', 'bg-nbd', 'pareto-nbd', 'gamma-gamma', 'retention', 'churn'],
  license,
  type: 'module',
  sideEffects: false,
  engines,
  exports: {
    '.': { types: './scripts/models-package/index.d.ts', default: './scripts/models-package/index.js' },
    './*': { types: './src/models/*.d.ts', default: './src/models/*.js' },
  },
  files: ['src', 'scripts', 'README.md', 'LICENSE'],
});

/** Compile, pack, and resolve to the path of the tarball in `into`. */
export async function packModels(into = path.join(root, 'dist-models')) {
  const made = path.join(root, 'tests/.out/models-package');
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  mkdirSync(into, { recursive: true });
  const compiled = await runNode(tool('@typescript/native/bin/tsc'), [
    '-p',
    path.join(SOURCES, 'tsconfig.json'),
    '--outDir',
    made,
  ]);
  if (compiled.code !== 0) throw new Error('src/models does not compile');
  endings(made);
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(path.join(made, 'package.json'), `${JSON.stringify(manifest(own), null, 2)}\n`);
  cpSync(path.join(SOURCES, 'README.md'), path.join(made, 'README.md'));
  if (existsSync(path.join(root, 'LICENSE'))) cpSync(path.join(root, 'LICENSE'), path.join(made, 'LICENSE'));
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', into], {
    cwd: made,
    quiet: true,
  });
  if (packed.code !== 0) throw new Error(packed.output);
  return path.join(into, packed.output.trim().split('\n').at(-1));
}

if (isMain(import.meta)) console.log(path.relative(root, await packModels()));
