import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Emitter } from './emitter.ts';
import { header } from './header.ts';
import { openapi } from './openapi.ts';

/** `paths.ts`: the HTTP side of an edition as types. */
export const pathsFile: Emitter = {
  file: 'paths.ts',
  async text(source) {
    const nodes = await openapiTypes(openapi(source) as unknown as OpenAPI3, { silent: true });
    return `${header('paths', source.origin)}\n${astToString(nodes)}`;
  },
};
