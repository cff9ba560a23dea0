/** What the file of a wire form offers: for each class of value the samples of it. */
import type { Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import type { Sample } from '../model.ts';

/** The closed list of `spec/wire-forms`; a registry over it that forgets one does not compile. */
export type WireFormName =
  | 'base64-json'
  | 'campaign-text'
  | 'code'
  | 'count'
  | 'country-code'
  | 'custom-variables'
  | 'date-time'
  | 'decimal'
  | 'degrees'
  | 'dimensions'
  | 'duration-millis'
  | 'ecommerce-items'
  | 'epoch-millis'
  | 'epoch-seconds'
  | 'flag'
  | 'goal-id'
  | 'hour'
  | 'integer'
  | 'ip-address'
  | 'json'
  | 'language-tags'
  | 'minute'
  | 'money'
  | 'page-title'
  | 'page-url'
  | 'referrer-url'
  | 'region-code'
  | 'site-id'
  | 'text'
  | 'token'
  | 'url'
  | 'user-agent'
  | 'visitor-id';

/** Value class to its samples. A class that does not fit the parameter's column is left out. */
export type SampleClasses = Readonly<Record<string, Arbitrary<Sample>>>;

/** Draws the samples of one wire form for a parameter; the levels of the classes are the spec's business, not its own. */
export type SampleForm = (parameter: Parameter, facts: Facts) => SampleClasses;

/** A text after `name=` that is not of the wire form, and a sample of the form one edit away from it. */
export interface Malformed {
  wire: string;
  twin: Sample;
}

/** Draws malformed texts; undefined for a form that every text is of. */
export type MalformedForm = (parameter: Parameter, facts: Facts) => Arbitrary<Malformed> | undefined;
