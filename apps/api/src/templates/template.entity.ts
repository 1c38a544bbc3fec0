import {
  type FieldChange,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
} from '@ticketing/contracts';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

const CATEGORIES = TICKET_CATEGORIES.map((category) => `'${category}'`).join(', ');

/** What of a template people write. */
export type TemplateContent = Pick<
  TemplateEntity,
  'name' | 'title' | 'description' | 'category' | 'priority' | 'isActive'
>;

/** What a new ticket can start from. */
@Entity('ticket_templates')
@Check('ticket_templates_category', `category in (${CATEGORIES})`)
@Index('ticket_templates_name', ['nameKey'], { unique: true, where: 'deleted_at is null' })
@Index('ticket_templates_order', ['position', 'id'], { where: 'deleted_at is null' })
export class TemplateEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'ticket_templates_pk',
  })
  id: number;

  @Column('text')
  name: string;

  /** The name as it is compared: `nameKeyOf`. */
  @Column('text', { name: 'name_key' })
  nameKey: string;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('text')
  category: TicketCategory;

  @Column('enum', { enum: TICKET_PRIORITIES, enumName: 'ticket_priority' })
  priority: TicketPriority;

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  /** Small ones come first. No part of the version: who edits a template is not disturbed by a new order. */
  @Column('integer')
  position: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;

  /** Whatever is given. @returns what changed, old and new; a new version if anything did */
  edit(given: Partial<TemplateContent>, now: Date): TemplateChange[] {
    const before = factsOf(this);
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(known));
    this.nameKey = nameKeyOf(this.name);
    const after = factsOf(this);
    const changes = Object.entries(before)
      .filter(([field, from]) => after[field as keyof TemplateFacts] !== from)
      .map(([field, from]) => ({ field, from, to: after[field as keyof TemplateFacts] }) as TemplateChange);
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

/** One changed field as the audit log keeps it; the same shape as a ticket's. */
export interface TemplateChange extends Omit<FieldChange, 'field'> {
  field: keyof TemplateFacts | 'position';
}

export type TemplateFacts = Record<
  'name' | 'title' | 'description' | 'category' | 'priority' | 'is_active',
  string
>;

/** Everything that people write, by its name on the wire. */
export function factsOf(template: TemplateContent): TemplateFacts {
  const { name, title, description, category, priority, isActive } = template;
  return { name, title, description, category, priority, is_active: String(isActive) };
}

/** Two names that look the same to people are the same: full-width letters, ligatures, capitals. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
