import { existsSync } from 'node:fs';
import { beaconform, folder, type Served, serve } from '../contract/command.ts';
import { type ContractReport, readReport } from '../contract/report.ts';
import { VaryingProxy } from './proxy.ts';
import { Replica } from './replica.ts';
import type { Variation } from './variation.ts';

const token = '0123456789abcdef0123456789abcdef';

/** What a run through a variation showed. */
export interface Varied {
  code: number | null;
  report: ContractReport;
  /** What it printed. */
  output: string;
  seen: number;
  changed: number;
}

/** A reference server that varies, and the files of its runs. */
export interface VaryingServer {
  /** `beaconform test` of the variation's protocols with one seed. */
  test(seed: number, runs: number): Promise<Varied>;
  /** The address of the server itself, and one of it with the variation. */
  urls(): Promise<{ plain: string; varied: string }>;
  stop(): Promise<void>;
}

export async function varyingServer(variation: Variation): Promise<VaryingServer> {
  const files = folder();
  const target = files.path('target.json');
  const options = ['--database', ':memory:', '--records', '--token', token];
  const server = await serve(...options, '--write-target', target);
  const copy = variation.lagMs === undefined ? undefined : await serve(...options);
  const replica = copy && new Replica(copy.url, variation.lagMs ?? 0);
  const open = new Set<VaryingProxy>();
  const proxied = async () => {
    const proxy = new VaryingProxy(variation, server.url, replica);
    open.add(proxy);
    return { proxy, url: await proxy.open() };
  };
  return {
    test: async (seed, runs) => {
      const { proxy, url } = await proxied();
      const file = files.path(`${seed}.json`);
      const [only] = variation.protocols.length === 1 ? variation.protocols : [];
      const numbers = ['--seed', String(seed), '--runs', String(runs)];
      const more = [...numbers, '--report', `json=${file}`, ...(only ? ['--protocol', only] : [])];
      const { code, stdout, stderr } = await beaconform(
        'test',
        `${url}/`,
        '--token',
        token,
        '--target',
        target,
        ...more,
      );
      proxy.close();
      const { seen, changed } = proxy;
      if (!existsSync(file))
        throw new Error(`${variation.id}, seed ${seed}: no report was written: ${stdout}${stderr}`);
      return { code, report: readReport(file, token), output: stdout + stderr, seen, changed };
    },
    urls: async () => ({ plain: server.url, varied: (await proxied()).url }),
    stop: async () => {
      for (const proxy of open) proxy.close();
      await replica?.close();
      await Promise.all([server, copy].map((one: Served | undefined) => one?.stop()));
      files.remove();
    },
  };
}
