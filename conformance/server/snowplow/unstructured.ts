/** An unstructured event has a name and any properties, as a JSON document in one of two parameters. */
import fc from 'fast-check';
import { escapedDocument, flatDocument, nestedDocument, unicodeDocument } from '../samples/json-text.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { mayHold, shares } from './row/cells.ts';
import { type Columns, eventRow, named, of } from './row/rows.ts';

interface Plan {
  document: string;
  urlSafe: boolean;
  padded: boolean;
}

function base64({ document, urlSafe, padded }: Plan): string {
  const text = Buffer.from(document, 'utf8').toString(urlSafe ? 'base64url' : 'base64');
  const bare = text.replace(/=+$/, '');
  return encodeURIComponent(padded ? bare.padEnd(Math.ceil(bare.length / 4) * 4, '=') : bare);
}

/** The ledger leaves open which of the two columns there is. */
function propertyColumns(document: string): Columns {
  const requirement = 'snowplow.unstructured.any-properties';
  const decision = 'snowplow.properties-column';
  return {
    ue_json: mayHold(decision, document, { 'ue-properties': null }, requirement),
    ue_properties: mayHold(decision, document, { 'ue-json': null }, requirement),
  };
}

const same = 'snowplow.unstructured.same-json';

export const unstructured = snowplow<Plan>({
  id: 'snowplow.unstructured',
  requirements: [
    'snowplow.unstructured.event',
    'snowplow.unstructured.any-properties',
    same,
    'snowplow.unstructured.without-parameters',
  ],
  branches: {
    'standard alphabet': ({ urlSafe }) => !urlSafe,
    'URL-safe alphabet': ({ urlSafe }) => urlSafe,
    padded: (plan) => plan.padded,
    unpadded: (plan) => !plan.padded,
  },
  plan: () =>
    fc.record({
      document: fc.oneof({ withCrossShrink: true }, flatDocument, unicodeDocument, escapedDocument, nestedDocument),
      urlSafe: fc.boolean(),
      padded: fc.boolean(),
    }),
  render: (plan, identity) => {
    const [plain, encoded, bare] = [identity.text(0), identity.text(1), identity.text(2)];
    const name = ['ue_na', 'viewed_product'] as const;
    const shared = { ue_json: shares('the document', same), ue_properties: shares('the document', same) };
    return {
      requests: [
        get(event('ue', plain, [name, ['ue_pr', encodeURIComponent(plan.document)]])),
        get(event('ue', encoded, [name, ['ue_px', base64(plan)]])),
        get(event('ue', bare)),
      ],
      expected: [
        eventRow('plain', of(plain), 'snowplow.unstructured.event', {
          ...named('ue', 'snowplow.unstructured.event'),
          ...propertyColumns(plan.document),
        }),
        eventRow('plain beside encoded', of(plain), same, shared),
        eventRow('encoded beside plain', of(encoded), same, shared),
        eventRow('bare', of(bare), 'snowplow.unstructured.without-parameters'),
      ],
      absent: [],
    };
  },
});
