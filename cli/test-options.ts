import type { Level, ProtocolName } from '../generated/model.ts';

/** The options of `beaconform test` as commander reads them. */
export interface TestOptions {
  protocol?: ProtocolName;
  protocolVersion?: string;
  reader?: string;
  readerUrl?: string;
  target?: string;
  token?: string;
  site?: number;
  only: string[];
  skip: string[];
  report: string[];
  runs: number;
  seed?: number;
  replay?: string;
  shard?: string;
  concurrency?: number;
  rate?: string;
  maxSeconds?: number;
  maxRequests?: number;
  bail?: boolean;
  level: Lowercase<Exclude<Level, 'MAY'>>;
  expectedFailures?: string;
  bundle?: string;
  allowRemote?: boolean;
  dryRun?: boolean;
}
