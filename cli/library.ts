/** What programs import as `beaconform`: the suite, the reference server, the judge of clients, and the facts of the spec. */
export type { JudgedHit, JudgedRequest } from '../conformance/client/finding.ts';
export { judgeRequest } from '../conformance/client/judge.ts';
export { exitCodeOf } from '../conformance/server/run/exit-code.ts';
export type { RunOptions } from '../conformance/server/run/options.ts';
export { runSuite } from '../conformance/server/run/suite.ts';
export type { Report } from '../generated/files/report.ts';
export { protocols } from '../generated/index.ts';
export type { Facts, Parameter, Requirement } from '../generated/model.ts';
export { type RunningServer, type ServeOptions, startServer } from '../reference-server/server.ts';
