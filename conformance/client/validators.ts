import { validateRequest as piwik20 } from '../../generated/piwik/2.0/validate.ts';
import { validateRequest as snowplow201401 } from '../../generated/snowplow/2014-01/validate.ts';

/** A fault of one value, as the generated validators report it. */
export interface SchemaFault {
  parameter: string;
  keyword: string;
  message: string;
}

/** The generated validator of each protocol version. */
export const validators: Readonly<Record<string, (values: Readonly<Record<string, string>>) => SchemaFault[]>> = {
  'piwik@2.0': piwik20,
  'snowplow@2014-01': snowplow201401,
};
