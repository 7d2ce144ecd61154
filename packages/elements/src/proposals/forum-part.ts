import type { PropertyDeclarations } from 'lit';
import { formatDay } from '../format.js';
import { CnrPart } from '../part.js';
import type { Forum } from './forum.js';

/** What the parts of `<cnr-proposals>` share besides their heading: what they work on. */
export abstract class ForumPart extends CnrPart {
  static override properties: PropertyDeclarations = {
    forum: { attribute: false },
  };

  forum: Forum | undefined;

  /** An ISO 8601 calendar date in words. */
  protected day(date: string): string {
    return formatDay(date, this.activeLocale, 'UTC');
  }
}
