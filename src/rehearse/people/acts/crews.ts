/** Finds the crew that people turn to: interpreters or translators who bridge two posts, the release officers of a party. */
import type { Role } from '../../../exercise/index.ts';
import type { PostPart } from '../../stage/post-parts.ts';
import type { Company } from '../company.ts';
import type { Crew } from '../crew.ts';

/** The crew of a role that has all of these languages; the first with the role where no language is asked for. */
export function crewFor({ stage, crews }: Company, role: Role, languages: readonly string[]): Crew | undefined {
  const resource = stage.resources.find((one) => one.role === role && languages.every((language) => one.languages.includes(language)));
  return resource === undefined ? undefined : crews.get(resource.id);
}

/** Who bridges two posts by voice or in writing; undefined where they understand each other. */
export function bridge({ stage, crews }: Company, from: PostPart, to: PostPart, by: 'voice' | 'writing'): Crew | undefined {
  const resource = stage.lookups.bridge(from, to, by);
  return resource === undefined ? undefined : crews.get(resource.id);
}
