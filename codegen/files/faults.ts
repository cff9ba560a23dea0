/** Says in words and JSON paths what a validator found wrong with a file. */
import type { FileFault } from '../model.ts';

/** One error as Ajv reports it. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Readonly<Record<string, unknown>>;
  message?: string;
}

/** Turns a validator's errors into faults. An `if` without a fault of its own is left out: its branch says it. */
export function faultsOf(errors: readonly SchemaError[]): FileFault[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => ({ path: jsonPath(error.instancePath), message: messageOf(error) }));
}

/** `/sites/0/name` as `$.sites[0].name`. */
function jsonPath(pointer: string): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce((path, step) => path + stepText(step), '$');
}

function stepText(step: string): string {
  if (/^\d+$/.test(step)) return `[${step}]`;
  return /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

function messageOf({ keyword, params, message }: SchemaError): string {
  switch (keyword) {
    case 'required':
      return `lacks the field "${params.missingProperty}"`;
    case 'additionalProperties':
      return `has the unknown field "${params.additionalProperty}": remove it or correct its name`;
    case 'unevaluatedProperties':
      return `has the unknown field "${params.unevaluatedProperty}": remove it or correct its name`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    default:
      return message ?? `breaks the rule "${keyword}"`;
  }
}
