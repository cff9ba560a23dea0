/** Recorded requests for the tests of the judge, written from the facts of each version. */
import type { Finding } from '../../../conformance/client/finding.ts';
import { judgeRequest } from '../../../conformance/client/judge.ts';
import type { RecordedRequest } from '../../../conformance/client/recorded.ts';
import { validators } from '../../../conformance/client/validators.ts';
import { versions as known, protocols } from '../../../generated/index.ts';
import type { Facts } from '../../../generated/model.ts';

/** Every version of every protocol, and those of them that are judged. */
export const allVersions: readonly Facts[] = Object.values(known).flat();
export const versions = allVersions.filter(({ protocol, version }) => `${protocol}@${version}` in validators);

/** Facts of one version; a test that names it must fail when it is gone. */
export function factsOf(protocol: 'piwik' | 'snowplow', version: string): Facts {
  const facts = protocols[protocol][version];
  if (!facts) throw new Error(`no facts of ${protocol} ${version}`);
  return facts;
}

export const piwik = factsOf('piwik', '2.0');
export const snowplow = factsOf('snowplow', '2014-01');

export function request(parts: Partial<Omit<RecordedRequest, 'body'>> & { body?: string }): RecordedRequest {
  const { body, ...rest } = parts;
  return { method: 'GET', path: '/', query: '', headers: {}, ...rest, body: new TextEncoder().encode(body ?? '') };
}

/** `name=value` of every required parameter but those named, as the examples of the spec write them. */
export function plainest(facts: Facts, except: readonly string[] = []): string {
  return Object.values(facts.parameters)
    .filter(({ level, name }) => level === 'required' && !except.includes(name))
    .map(({ name, examples }) => `${name}=${examples[0]?.wire}`)
    .join('&');
}

/** A GET request of this version whose query is the given text. */
export function get(facts: Facts, query: string, headers: Record<string, string> = {}): RecordedRequest {
  return request({ path: `/${facts.endpoints[0]}`, query, headers });
}

/** Findings of all hits of one request, judged by this version. */
export function findingsOf(facts: Facts, recorded: RecordedRequest): Finding[] {
  const { protocol, version } = facts;
  return judgeRequest(recorded, 0, { protocol, version }).hits.flatMap(({ findings }) => findings);
}
