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

/** Who bridges two posts by voice (interpreters first) or in writing (translators first); undefined where they understand each other. */
export function bridge(company: Company, from: PostPart, to: PostPart, by: 'voice' | 'writing'): Crew | undefined {
  if (from.languages.some((language) => to.languages.includes(language))) return undefined;
  const roles: readonly Role[] = by === 'voice' ? ['interpreter', 'translator'] : ['translator', 'interpreter'];
  const { stage, crews } = company;
  for (const role of roles) {
    const resource = stage.resources.find(
      (one) =>
        one.role === role &&
        one.languages.some((language) => from.languages.includes(language)) &&
        one.languages.some((language) => to.languages.includes(language)),
    );
    if (resource !== undefined) return crews.get(resource.id);
  }
  return undefined;
}
