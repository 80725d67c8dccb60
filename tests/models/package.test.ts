import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packModels } from '../../scripts/pack-models.mjs';
import { root, run, runNode, tool } from '../../scripts/run.mjs';
import { describeWithData } from '../helpers/data';
import { cdnowSample, inWeeks, reference } from './references';

let project: string;

/** A project of somebody else that installs the tarball, without the registry. */
beforeAll(async () => {
  project = mkdtempSync(path.join(os.tmpdir(), 'regulars-models-'));
  const tarball = await packModels(project);
  writeFileSync(
    path.join(project, 'package.json'),
    '{ "name": "scratch", "private": true, "type": "module" }',
  );
  const args = ['install', '--offline', '--no-audit', '--no-fund', tarball];
  const installed = await run('npm', args, { cwd: project, quiet: true });
  expect(installed.code, installed.output).toBe(0);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

async function ran(name: string, text: string, args: string[] = []) {
  const file = path.join(project, name);
  writeFileSync(file, text);
  const { code, output } = await runNode(file, args, { cwd: project, quiet: true });
  expect(code, output).toBe(0);
  return output.trim();
}

describe('the models as a package', () => {
  it('has no dependency, and says its licence and its version', () => {
    const folder = path.join(project, 'node_modules/regulars-models');
    const own = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const ours = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(own).toMatchObject({ name: 'regulars-models', version: ours.version, license: 'MIT' });
    expect(own).not.toHaveProperty('dependencies');
  });

  it('prints what the examples of its README say', async () => {
    const readme = readFileSync(path.join(root, 'scripts/models-package/README.md'), 'utf8');
    const examples = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, text]) => text!);
    expect(examples).toHaveLength(4);
    for (const [at, text] of examples.entries()) {
      const said = [...text.matchAll(/console\.log.*\/\/ (.+)$/gm)].map(([, value]) => value!);
      expect(said.length).toBeGreaterThan(0);
      expect((await ran(`example-${at}.js`, text)).split('\n')).toEqual(said);
    }
  });

  it('has types that another project checks under Node’s own rules', async () => {
    const file = path.join(project, 'typed.ts');
    const text = `import { bgNbd, wilson, type PurchaseModel } from 'regulars-models';
import { newcombe } from 'regulars-models/intervals';
export const model: PurchaseModel = bgNbd;
export const low: number = wilson(3, 10).low;
export const wrong: string = wilson(3, 10).low;
export const between = newcombe;
`;
    writeFileSync(file, text);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', file];
    const { output } = await runNode(tool('@typescript/native/bin/tsc'), options, {
      cwd: project,
      quiet: true,
    });
    expect(output.match(/error TS\d+/g)).toEqual(['error TS2322']);
    expect(output).toContain('typed.ts(5,14)');
  });
});

describeWithData('the package in a project of somebody else', () => {
  it('fits CDNOW to the published parameters', async () => {
    const rows = inWeeks(cdnowSample()).map(({ frequency, recency, age }) => ({ frequency, recency, age }));
    mkdirSync(path.join(project, 'in'), { recursive: true });
    writeFileSync(path.join(project, 'in/cdnow.json'), JSON.stringify(rows));
    const text = `import { readFileSync } from 'node:fs';
import { bgNbd, groupHistories } from 'regulars-models';
const fit = bgNbd.fit(groupHistories(JSON.parse(readFileSync('in/cdnow.json', 'utf8'))));
console.log(JSON.stringify(fit.ok ? { names: fit.value.names, theta: [...fit.value.parameters] } : fit.error));
`;
    const { names, theta } = JSON.parse(await ran('cdnow.js', text)) as { names: string[]; theta: number[] };
    const { params } = reference().cdnow_sample.models.bg_nbd;
    names.forEach((name, at) => expect(Math.abs(theta[at]! / params[name]! - 1)).toBeLessThan(1e-3));
    expect(names).toEqual(['r', 'alpha', 'a', 'b']);
  });
});
