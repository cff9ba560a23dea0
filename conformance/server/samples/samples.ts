/** All wire forms, and what a parameter may be sent with: its core domain and the wider one. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Level, Parameter } from '../../../generated/model.ts';
import type { Sample } from '../model.ts';
import { base64JsonSamples } from './base64-json.ts';
import { campaignTextSamples } from './campaign-text.ts';
import { codeSamples } from './code.ts';
import { customVariablesSamples } from './custom-variables.ts';
import { dateTimeSamples } from './date-time.ts';
import { decimalSamples } from './decimal.ts';
import { dimensionsSamples } from './dimensions.ts';
import { epochMillisSamples } from './epoch-millis.ts';
import { epochSecondsSamples } from './epoch-seconds.ts';
import { exampleSamples } from './example.ts';
import { flagSamples } from './flag.ts';
import type { SampleClasses, SampleForm, WireFormName } from './form.ts';
import { integerSamples } from './integer.ts';
import { ipAddressSamples } from './ip-address.ts';
import { jsonSamples } from './json.ts';
import { pageTitleSamples } from './page-title.ts';
import { pageUrlSamples } from './page-url.ts';
import { countSamples, degreesSamples, durationMillisSamples, moneySamples } from './piwik-numbers.ts';
import { countryCodeSamples, languageTagsSamples, regionCodeSamples } from './piwik-places.ts';
import { referrerUrlSamples } from './referrer-url.ts';
import { textSamples } from './text.ts';
import { tokenSamples } from './token.ts';
import { urlSamples } from './url.ts';
import { visitorIdSamples } from './visitor-id.ts';

const forms = {
  'base64-json': base64JsonSamples,
  'campaign-text': campaignTextSamples,
  code: codeSamples,
  count: countSamples,
  'country-code': countryCodeSamples,
  'custom-variables': customVariablesSamples,
  'date-time': dateTimeSamples,
  decimal: decimalSamples,
  degrees: degreesSamples,
  dimensions: dimensionsSamples,
  'duration-millis': durationMillisSamples,
  'ecommerce-items': exampleSamples,
  'epoch-millis': epochMillisSamples,
  'epoch-seconds': epochSecondsSamples,
  flag: flagSamples,
  'goal-id': exampleSamples,
  hour: exampleSamples,
  integer: integerSamples,
  'ip-address': ipAddressSamples,
  json: jsonSamples,
  'language-tags': languageTagsSamples,
  minute: exampleSamples,
  money: moneySamples,
  'page-title': pageTitleSamples,
  'page-url': pageUrlSamples,
  'referrer-url': referrerUrlSamples,
  'region-code': regionCodeSamples,
  'site-id': exampleSamples,
  text: textSamples,
  token: tokenSamples,
  url: urlSamples,
  'user-agent': exampleSamples,
  'visitor-id': visitorIdSamples,
} satisfies Record<WireFormName, SampleForm>;

/** Every class the wire form of a parameter knows, whatever its level. Fails for a wire form without samples. */
export function classesOf(parameter: Parameter, facts: Facts): SampleClasses {
  const form: SampleForm | undefined = (forms as Readonly<Record<string, SampleForm>>)[parameter.wireForm];
  if (form === undefined) {
    throw new Error(
      `${parameter.name} has the wire form ${parameter.wireForm}, which has no samples: add a file for it to conformance/server/samples`,
    );
  }
  const classes = Object.entries(form(parameter, facts)).map(([name, samples]) => {
    return [name, samples.map((sample): Sample => ({ ...sample, parameter: parameter.name }))] as const;
  });
  return Object.fromEntries(classes);
}

function samplesAt(level: Level, parameter: Parameter, facts: Facts): Arbitrary<Sample> | undefined {
  const levels = facts.wireForms[parameter.wireForm]?.valueClasses ?? {};
  const drawn = Object.entries(classesOf(parameter, facts)).filter(([name]) => levels[name] === level);
  const [first, ...rest] = drawn.map(([, samples]) => samples);
  // The first class is the plainest: a failing case shrinks to it when it fails there too.
  return first === undefined ? undefined : fc.oneof({ withCrossShrink: true }, first, ...rest);
}

/** Values that every known implementation stores alike; undefined when the spec names no such class. */
export function coreSample(parameter: Parameter, facts: Facts): Arbitrary<Sample> | undefined {
  return samplesAt('MUST', parameter, facts);
}

/** Values that a tracker should store as well; undefined when the spec names no such class. */
export function wideSample(parameter: Parameter, facts: Facts): Arbitrary<Sample> | undefined {
  return samplesAt('SHOULD', parameter, facts);
}
