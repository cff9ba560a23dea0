import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { running, until } from '../reference-server/running.ts';
import { folderWith } from './folder.ts';
import { type Installed, installed, newStore } from './installed.ts';
import { tasksOf } from './probes/inside-plugins.ts';
import type { RecordedRequest } from './replay.ts';
import { hit, later, siteAdmin, superUser, viewer } from './tracked.ts';

function withTasks(options = {}): Installed & { log: string[]; send(request: RecordedRequest): Promise<string[]> } {
  const log: string[] = [];
  const here = installed({ plugins: [tasksOf(log)], ...options });
  /** Tracks the request, and tells the tasks it ran. */
  const send = async (request: RecordedRequest) => {
    log.length = 0;
    here.track(request);
    log.push('answered');
    await here.settled();
    return [...log];
  };
  return { ...here, log, send };
}

const all = ['answered', 'first', 'daily'];

describe('scheduled tasks', () => {
  it('are run by a request, after it is handled', async () => {
    const { send } = withTasks();
    await expect(send(hit())).resolves.toEqual(all);
  });

  it('run at most once in their interval, each at its own time', async () => {
    const { send } = withTasks();
    await send(hit());
    await expect(send(later(3600))).resolves.toEqual(['answered']);
    await expect(send(later(3601))).resolves.toEqual(['answered', 'first']);
    await expect(send(later(86_399))).resolves.toEqual(['answered', 'first']);
    await expect(send(later(86_400))).resolves.toEqual(['answered']);
    await expect(send(later(90_000))).resolves.toEqual(['answered', 'first', 'daily']);
  });

  it('wait as long as the option says, and 0 means for ever', async () => {
    const { send, settings } = withTasks();
    settings('PUT', 'options/scheduled_tasks_min_interval', 0);
    await expect(send(hit())).resolves.toEqual(['answered']);
    settings('PUT', 'options/scheduled_tasks_min_interval', 4000);
    await expect(send(hit())).resolves.toEqual(all);
    await expect(send(later(4000))).resolves.toEqual(['answered']);
    await expect(send(later(4001))).resolves.toEqual(['answered', 'first']);
  });

  it.each([
    ['an administrator', hit({ token_auth: siteAdmin })],
    ['the super user', hit({ token_auth: superUser })],
    ['the command line', hit({}, { address: '' })],
  ])('are not run by a request of %s', async (_name, request) => {
    await expect(withTasks().send(request)).resolves.toEqual(['answered']);
  });

  it.each([
    ['an insufficient token', hit({ token_auth: viewer })],
    ['a hit that is excluded', hit({ rec: 0 })],
    ['a site that is unknown', hit({ idsite: 99 })],
  ])('are run by a request with %s', async (_name, request) => {
    await expect(withTasks().send(request)).resolves.toEqual(all);
  });

  it('are run with recording on only', async () => {
    const { send, settings } = withTasks({ options: { record_statistics: false } });
    await expect(send(hit())).resolves.toEqual(['answered']);
    settings('PUT', 'options/record_statistics', true);
    await expect(send(hit())).resolves.toEqual(all);
  });

  it('that fail are logged, and neither the others nor the visitor feel it', async () => {
    const { send, reports, rows } = withTasks();
    await expect(send(hit())).resolves.toEqual(all);
    expect(reports).toEqual(['the scheduled task failing failed: on purpose']);
    expect(rows('log_visit')).toHaveLength(1);
  });

  it('run in one process of several that have the same database', async () => {
    const file = join(folderWith(), 'store.db');
    const [one, other] = [withTasks({ store: newStore(file) }), withTasks({ store: newStore(file) })];
    onTestFinished(() => [one, other].forEach(({ store }) => void store.close()));
    one.track(hit());
    other.track(later(1));
    await Promise.all([one.settled(), other.settled()]);
    expect([...one.log, ...other.log]).toEqual(['first', 'daily']);
  });

  it('wait while another process is at them, but not for one that was killed', async () => {
    const { send, store } = withTasks();
    const lock = (until: number) =>
      store
        .prepare("INSERT OR REPLACE INTO piwik_option VALUES ('TaskScheduler.lock', ?)")
        .run(JSON.stringify({ holder: 'another', until }));
    lock(Date.now() + 60_000);
    await expect(send(hit())).resolves.toEqual(['answered']);
    lock(Date.now() - 1);
    await expect(send(hit())).resolves.toEqual(all);
  });

  it('are run by the server, whose visitors do not wait for them', async () => {
    const plugin = `let finish; const finished = new Promise((resolve) => { finish = resolve; });
      let store;
      export const plugin = {
        name: 'slow',
        start(host) { store = host.store; },
        isExcludedVisit({ hit }) { if (hit.parameters.has('finish')) finish(); },
        tasks: [{ name: 'slow', every: 1, async run(host) { await finished; host.report('the slow task ran'); } }],
      };`;
    const here = await running({ config: { piwik: { plugins: folderWith({ 'slow.mjs': plugin }) } } });
    onTestFinished(() => here.close());
    const target = '/piwik.php?idsite=1&rec=1&url=http://example.org/';
    expect((await here.get(target)).status).toBe(200);
    expect(here.reports).toEqual([]);
    expect((await here.get(`${target}&finish=1`)).status).toBe(200);
    await until(() => here.reports.includes('the slow task ran'));
  });
});
