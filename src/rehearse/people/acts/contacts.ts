/** Marks a communication between two posts, if anybody thinks of it: the share that is captured is an assumption. */
import type { OrderOf } from '../../../conduct/index.ts';
import type { PostPart } from '../../stage/post-parts.ts';
import type { Company } from '../company.ts';

type Talk = {
  readonly contact: string;
  readonly from: PostPart;
  readonly to: PostPart;
  readonly means: OrderOf<'MarkContact'>['means'];
  readonly interpreter?: string | undefined;
  readonly serial?: string | undefined;
  readonly procedure?: string | undefined;
};

export function markContact(company: Company, { contact, from, to, means, interpreter, serial, procedure }: Talk): void {
  const { stage } = company;
  if (company.draw('captureProbability', from, contact, stage.lookups.kindsOf(means)) !== 1) return;
  company.work(from.index, 0.5, () =>
    company.order(from.index, 'MarkContact', {
      contact,
      from: from.id,
      to: to.id,
      means,
      language: from.writes,
      ...(interpreter === undefined ? {} : { interpreter }),
      ...(serial === undefined ? {} : { serial }),
      ...(procedure === undefined ? {} : { procedure }),
    }),
  );
}
