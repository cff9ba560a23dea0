/** The generated validator of each protocol version, and a fault of one value as it reports it. */
export { type Violation as SchemaFault, validators } from '../../generated/validators.ts';
