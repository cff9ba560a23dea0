/** What the file of a wire form offers: for each class of value the samples of it. */
import type { Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import type { WireFormName as PiwikWireForm } from '../../../generated/piwik/2.0/facts.ts';
import type { WireFormName as SnowplowWireForm } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Sample } from '../model.ts';

/** The wire forms of both protocols; a registry over them that forgets one does not compile. */
export type WireFormName = PiwikWireForm | SnowplowWireForm;

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
