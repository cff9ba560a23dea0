import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../contract/command.ts';
import { action, type Ran, runTest, type Step, type Workflow, yamlOf } from './step.ts';

const token = '0123456789abcdef0123456789abcdef';
const { inputs, runs } = action;
const expressions = (value: unknown) => JSON.stringify(value).match(/\$\{\{.*?\}\}/g) ?? [];

describe('the action', () => {
  test('uses inputs that exist, and every one of them', () => {
    const used = [...JSON.stringify(runs).matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
    for (const { description } of Object.values(inputs)) expect(description).toMatch(/^\S.{10,}/);
  });

  test('puts no expression into a script', () => {
    const scripts = runs.steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.flatMap(expressions)).toEqual([]);
  });

  test('names a shell for each script, and variables of inputs only', () => {
    for (const step of runs.steps.filter(({ run }) => run !== undefined)) {
      expect(step.shell).toBe('bash');
      for (const text of Object.values(step.env ?? {})) expect(text).toMatch(/^\$\{\{ inputs\.[a-z-]+ \}\}$/);
    }
  });

  test('takes no token as an input', () => {
    expect(Object.keys(inputs).filter((name) => name.includes('token'))).toEqual([]);
  });

  test('gives outputs of steps that are there', () => {
    for (const { value } of Object.values(action.outputs)) {
      const [, id] = /steps\.([a-z]+)\.outputs/.exec(value) ?? [];
      expect(runs.steps.map((step) => step.id)).toContain(id);
    }
  });

  test('is used in the example with inputs it has', () => {
    const steps = Object.values(yamlOf<Workflow>('docs/workflow.yml').jobs).flatMap((job): Step[] => job.steps);
    const own = steps.filter(({ uses }) => uses?.includes('/beaconform@'));
    expect(own).toHaveLength(1);
    for (const { with: given = {} } of own) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      for (const [name, { required }] of Object.entries(inputs)) if (required) expect(given).toHaveProperty(name);
    }
  });
});

describe('its test step', () => {
  const done: Ran[] = [];
  const run = (given: Record<string, string>, env?: Record<string, string>) => {
    const ran = runTest(given, env);
    done.push(ran);
    return ran;
  };
  const faulty = ['--fault', 'snowplow.dimensions.height-first'];
  const options = ['--database', ':memory:', '--records', '--token', token];
  let sound: Served;
  let broken: Served;
  beforeAll(async () => {
    [sound, broken] = await Promise.all([serve(...options), serve(...options, ...faulty)]);
  });
  afterAll(async () => {
    await Promise.all([sound.stop(), broken.stop()]);
    for (const ran of done) ran.remove();
  });

  test('ends with 0 for a conforming tracker, with all its reports', () => {
    const { code, log, summary, outputs, has } = run(
      { url: `${sound.url}/i`, runs: '2', seed: '5', reports: 'a folder/reports' },
      { BEACONFORM_TOKEN: token },
    );
    expect(code, log).toBe(0);
    expect(summary).toContain('conformant');
    expect(summary).toMatch(/seed <code>(5|&#53;)<\/code>/);
    expect(outputs).toBe('exit-code=0\n');
    for (const name of ['report.json', 'junit.xml', 'report.html', 'report.md']) {
      expect(has(`a folder/reports/${name}`), name).toBe(true);
    }
    expect(log + summary).not.toContain(token);
  });

  test('ends with 1 for another, and says why in the summary', () => {
    const { code, summary, outputs } = run({ url: `${broken.url}/i`, runs: '10', seed: '5' });
    expect([code, outputs]).toEqual([1, 'exit-code=1\n']);
    expect(summary).toContain('snowplow.vp.stored');
  });

  test.each([
    ['a command in place of the URL', { url: '$(touch taken)' }],
    ['a URL that leaves its quotes', { url: 'http://127.0.0.1:1/i"; touch taken; "' }],
    ['a URL that is an option', { url: '--help' }],
    ['a seed with a command', { url: 'http://127.0.0.1:1/i', seed: '`touch taken`' }],
    ['a folder with a command', { url: 'http://127.0.0.1:1/i', runs: 'x', reports: '$(touch taken)' }],
  ])('runs nothing of %s', (_, given) => {
    const { code, has } = run(given);
    expect(code).toBe(2);
    expect(has('taken')).toBe(false);
  });
});
