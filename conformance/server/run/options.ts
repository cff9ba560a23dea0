import type { Facts, ProtocolName } from '../../../generated/model.ts';
import type { Experiment, TokenRole } from '../model.ts';
import type { ExpectedFailure, TargetFile } from '../targets/target-file.ts';
import type { Progress } from './progress.ts';

/** One version of one protocol with everything that tests it. */
export interface Suite {
  facts: Facts;
  experiments: readonly Experiment[];
  /** Draws the plainest hit there is; it also serves as the sentinel after each batch. */
  canary: Experiment;
}

export interface RunOptions {
  /** Version of the tool, for the report. */
  toolVersion: string;
  /** The tracker; ending in `/`, the first endpoint of each protocol is appended. */
  trackerUrl: string;
  /** Default: told from the last path segment, else those of the target file. */
  protocols?: readonly { protocol: ProtocolName; version?: string | undefined }[] | undefined;
  /** `beaconform`, `none` …; undefined tries each door once. */
  reader?: string | undefined;
  /** Default: the tracker URL without its last path segment. */
  readerUrl?: string | undefined;
  target?: TargetFile | undefined;
  token?: string | undefined;
  /** Tokens of users whose role is known, for the requirements about who may do what. */
  roleTokens?: Readonly<Partial<Record<TokenRole, string>>> | undefined;
  site?: number | undefined;
  /** Globs of check or requirement ids. */
  only?: readonly string[] | undefined;
  skip?: readonly string[] | undefined;
  /** Cases an experiment draws, times its own factor. Default 100. */
  runs?: number | undefined;
  seed?: number | undefined;
  /** Runs exactly the case of one token and nothing else. */
  replay?: string | undefined;
  /** Part `index` (from 1) of `count`. */
  shard?: { index: number; count: number } | undefined;
  /** Chains of requests under way at once. Default 32, but no more than `rate`. */
  concurrency?: number | undefined;
  /** Requests a second. Default: unlimited on loopback, else 5. */
  rate?: number | undefined;
  maxSeconds?: number | undefined;
  maxRequests?: number | undefined;
  /** Stops after the first batch with a failure. */
  bail?: boolean | undefined;
  /** Beside those of the target file. */
  expectedFailures?: readonly ExpectedFailure[] | undefined;
  allowRemote?: boolean | undefined;
  /** Draws and renders, sends nothing. */
  dryRun?: boolean | undefined;
  /** Failing checks that are repeated and shrunk, of all protocols together. Default 10. */
  shrinks?: number | undefined;
  /** Milliseconds to wait at most for what was stored. Default 10,000; a target that stores first and answers then needs none. */
  patience?: number | undefined;
  onProgress?: ((event: Progress) => void) | undefined;
  /** The command line that repeats this run, without `--replay`; the tool adds it to each failure. */
  command?: string | undefined;
  /** Default: the suites of this version. */
  suites?: readonly Suite[] | undefined;
}
