import { randomUUID } from 'node:crypto';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import { constantsOf } from '../constants.ts';
import type { EventRule } from '../event.ts';

const { vendor } = constantsOf<{ vendor: string }>('collector-fields');

/** Columns about the stored event itself. */
export const collectorFields: EventRule = ({ row }) => {
  row.event_id = randomUUID();
  row.event_vendor = vendor;
  row.v_collector = `beaconform-collector-${facts.version}`;
  row.v_etl = `beaconform-enrich-${facts.version}`;
};
