import type { Emitter } from './emitter.ts';
import { header } from './header.ts';
import { requestSchema } from './request-schema.ts';
import { standaloneValidator } from './standalone.ts';

/** `validate.ts`: judges decoded requests by `request.schema.json`, without any import. */
export const validateFile: Emitter = {
  file: 'validate.ts',
  async text(source) {
    return [
      '// @ts-nocheck The compiled part is plain JavaScript.',
      header('validate', source.origin),
      wrapper,
      await standaloneValidator(requestSchema(source), 'validator'),
    ].join('\n');
  },
};

const wrapper = `/** One fault of a request. \`keyword\` is the JSON Schema keyword that was broken, \`required\` for a missing parameter. */
export interface Violation {
  parameter: string;
  keyword: string;
  message: string;
}

/** Judges a request's decoded parameters; an empty list means that all of them are well-formed and none is missing. */
export function validateRequest(request: Readonly<Record<string, string>>): Violation[] {
  if (validator.validate(request)) return [];
  return validator.validate.errors.map(({ instancePath, keyword, message, params }) => ({
    parameter: params.missingProperty ?? instancePath.slice(1).replaceAll('~1', '/').replaceAll('~0', '~'),
    keyword,
    message,
  }));
}
`;
