/** Every collection of the document by the name it has in a file, with the schema of its items: the one table readers, checks and JSON Schema are made from. */
import type * as z from 'zod';
import { assumption, collectionItem, scarce } from './after.ts';
import type { NounKind } from './field.ts';
import { capabilityNoun, contingent, party, person, post, taskGroup, unit } from './people.ts';
import { facility, pool, site } from './places.ts';
import { event, incident, inject, storyline, term } from './scenario.ts';
import { agreement, communique, conference, net, phase, risk, visit } from './setting.ts';
import {
  alternate,
  closure,
  dutyRule,
  exclusion,
  lag,
  meeting,
  milestone,
  pairDemand,
  parity,
  qualification,
  supportDemand,
} from './statements.ts';
import { objective, procedure, requirement, serial, task } from './training.ts';

export const collections = {
  parties: { kind: 'party', schema: party },
  contingents: { kind: 'contingent', schema: contingent },
  units: { kind: 'unit', schema: unit },
  taskGroups: { kind: 'taskGroup', schema: taskGroup },
  persons: { kind: 'person', schema: person },
  posts: { kind: 'post', schema: post },
  capabilities: { kind: 'capability', schema: capabilityNoun },
  agreements: { kind: 'agreement', schema: agreement },
  conferences: { kind: 'conference', schema: conference },
  phases: { kind: 'phase', schema: phase },
  sites: { kind: 'site', schema: site },
  facilities: { kind: 'facility', schema: facility },
  pools: { kind: 'pool', schema: pool },
  tasks: { kind: 'task', schema: task },
  procedures: { kind: 'procedure', schema: procedure },
  objectives: { kind: 'objective', schema: objective },
  requirements: { kind: 'requirement', schema: requirement },
  serials: { kind: 'serial', schema: serial },
  closures: { kind: 'closure', schema: closure },
  meetings: { kind: 'meeting', schema: meeting },
  exclusions: { kind: 'exclusion', schema: exclusion },
  lags: { kind: 'lag', schema: lag },
  qualifications: { kind: 'qualification', schema: qualification },
  supportDemands: { kind: 'supportDemand', schema: supportDemand },
  dutyRules: { kind: 'dutyRule', schema: dutyRule },
  alternates: { kind: 'alternate', schema: alternate },
  milestones: { kind: 'milestone', schema: milestone },
  parities: { kind: 'parity', schema: parity },
  pairDemands: { kind: 'pairDemand', schema: pairDemand },
  storylines: { kind: 'storyline', schema: storyline },
  events: { kind: 'event', schema: event },
  incidents: { kind: 'incident', schema: incident },
  injects: { kind: 'inject', schema: inject },
  terms: { kind: 'term', schema: term },
  collection: { kind: 'collectionItem', schema: collectionItem },
  assumptions: { kind: 'assumption', schema: assumption },
  scarce: { kind: 'scarce', schema: scarce },
  risks: { kind: 'risk', schema: risk },
  nets: { kind: 'net', schema: net },
  visits: { kind: 'visit', schema: visit },
  communiques: { kind: 'communique', schema: communique },
} as const satisfies Record<string, { kind: NounKind; schema: z.ZodType }>;

export type CollectionName = keyof typeof collections;
export const collectionNames = Object.keys(collections) as readonly CollectionName[];
/** An item of a collection, as read: its fields and its identifier. */
export type ItemOf<N extends CollectionName> = z.output<(typeof collections)[N]['schema']> & { readonly id: string };

/** The collections of what planners state without code, (a) to (i); each has a reason and a scope. */
export const statementNames = [
  'closures',
  'meetings',
  'exclusions',
  'lags',
  'qualifications',
  'supportDemands',
  'dutyRules',
  'alternates',
  'milestones',
  'parities',
  'pairDemands',
] as const satisfies readonly CollectionName[];
