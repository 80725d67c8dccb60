/**
 * `node scripts/sbom.mjs > regulars.cdx.json`, after a build: npm's bill of materials (CycloneDX) of the dependencies, and everything
 * that the build holds besides. npm leaves out what is needed for development too, such as Svelte, whose code is in the page.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, root, run } from './run.mjs';

const COMMAND = 'sbom --package-lock-only --omit dev --sbom-format cyclonedx --sbom-type application';

/** Name and version of everything that the notices of a build list, but for fonts. */
export const builtIn = (notices) =>
  [...notices.matchAll(/^ {2}(\S+) (\d\S*) \(/gm)].map(([, name, version]) => ({ name, version }));

/** Which of these are in no component yet, as components. `packages` is that part of the lock file. */
export function missingComponents(components, built, packages) {
  const known = new Set(components.map(({ name, version }) => `${name}@${version}`));
  return built
    .filter(({ name, version }) => !known.has(`${name}@${version}`))
    .map(({ name, version }) => {
      const [, locked] =
        Object.entries(packages).find(
          ([place, one]) => place.endsWith(`node_modules/${name}`) && one.version === version,
        ) ?? [];
      if (!locked?.integrity)
        throw new Error(`${name} ${version} is in the build and not in package-lock.json`);
      const [algorithm, digest] = locked.integrity.split('-');
      return {
        'bom-ref': `${name}@${version}`,
        type: 'library',
        name,
        version,
        scope: 'required',
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
        hashes: [
          { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') },
        ],
        ...(locked.license ? { licenses: [{ license: { id: locked.license } }] } : {}),
      };
    });
}

/** The whole bill. Throws where npm cannot make it or nothing is built. */
export async function billOfMaterials() {
  const notices = path.join(root, 'dist/THIRD-PARTY-NOTICES.txt');
  if (!existsSync(notices)) throw new Error('nothing is built: npm run build comes first');
  const { code, output } = await run('npm', [...COMMAND.split(' '), '--loglevel=error'], { quiet: true });
  if (code !== 0) throw new Error(output);
  const bill = JSON.parse(output);
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const more = missingComponents(bill.components, builtIn(readFileSync(notices, 'utf8')), packages);
  bill.metadata.component.name = packages[''].name;
  bill.components.push(...more);
  bill.dependencies
    .find(({ ref }) => ref === bill.metadata.component['bom-ref'])
    ?.dependsOn.push(...more.map((one) => one['bom-ref']));
  return bill;
}

if (isMain(import.meta)) console.log(JSON.stringify(await billOfMaterials(), null, 2));
