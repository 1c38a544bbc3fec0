import { TAG_COLORS, type TagColor } from '@ticketing/contracts';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

const COLORS = TAG_COLORS.map((color) => `'${color}'`).join(', ');

/** What of a tag people write. */
export type TagContent = Pick<TagEntity, 'name' | 'color' | 'description'>;

/** One changed field, old and new, as the audit log keeps it. */
export interface TagChange {
  field: keyof TagContent;
  from: string | null;
  to: string | null;
}

/** A word that the support team sorts tickets by. */
@Entity('tags')
@Check('tags_color', `color in (${COLORS})`)
@Check('tags_name', 'char_length(name) between 1 and 40')
@Index('tags_name_key', ['nameKey'], { unique: true, where: 'deleted_at is null' })
export class TagEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'tags_pk' })
  id: number;

  @Column('text')
  name: string;

  /** The name as it is compared and sorted: `nameKeyOf`. */
  @Column('text', { name: 'name_key' })
  nameKey: string;

  @Column('text')
  color: TagColor;

  @Column('text')
  description: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  /** Its tickets stay joined to it, so that it comes back with them. */
  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;

  /** Whatever is given. @returns what changed, old and new; a new version if anything did */
  edit(given: Partial<TagContent>, now: Date): TagChange[] {
    const before = contentOf(this);
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(known));
    this.nameKey = nameKeyOf(this.name);
    const fields = Object.keys(before) as (keyof TagContent)[];
    const changes = fields
      .filter((field) => before[field] !== this[field])
      .map((field) => ({ field, from: before[field], to: this[field] }));
    if (changes.length > 0) this.markChanged(now);
    return changes;
  }

  delete(now: Date): void {
    this.deletedAt = now;
    this.markChanged(now);
  }

  restore(now: Date): void {
    this.deletedAt = null;
    this.markChanged(now);
  }

  private markChanged(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
  }
}

export function contentOf({ name, color, description }: TagContent): TagContent {
  return { name, color, description };
}

/** Two names that look the same to people are the same: full-width letters, ligatures, capitals. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
