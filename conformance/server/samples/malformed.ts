/** What a parameter must not be sent with: texts that are not of its wire form, and no text at all. */
import type { Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import type { Sample } from '../model.ts';
import { malformedBase64Json } from './base64-json.ts';
import { malformedCode } from './code.ts';
import { malformedDecimal } from './decimal.ts';
import { malformedDimensions } from './dimensions.ts';
import { is } from './drawn.ts';
import { malformedEpochMillis } from './epoch-millis.ts';
import { malformedFlag } from './flag.ts';
import type { Malformed, MalformedForm } from './form.ts';
import { malformedInteger } from './integer.ts';
import { malformedJson } from './json.ts';

/** Forms that some text is not of; to any other form every text belongs, or servers differ about its borders. */
const forms: Readonly<Record<string, MalformedForm>> = {
  'base64-json': malformedBase64Json,
  code: malformedCode,
  decimal: malformedDecimal,
  dimensions: malformedDimensions,
  'epoch-millis': malformedEpochMillis,
  flag: malformedFlag,
  integer: malformedInteger,
  json: malformedJson,
};

/** Malformed texts of a parameter, each with its valid twin; undefined when there are none. */
export function malformedSample(parameter: Parameter, facts: Facts): Arbitrary<Malformed> | undefined {
  return forms[parameter.wireForm]?.(parameter, facts);
}

/** The parameter without a text: `name=`. */
export function emptySample(parameter: Parameter): Sample {
  return { class: 'empty', wire: '', stored: parameter.columns.map(() => is(null)) };
}
