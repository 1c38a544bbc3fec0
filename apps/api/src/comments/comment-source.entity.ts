import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CommentEntity } from './comment.entity.js';

/** Where a comment came from. Comments that were written here have none. */
@Entity('comment_sources')
@Check('comment_sources_kind', `kind in ('email')`)
export class CommentSourceEntity {
  @ForeignKey(() => CommentEntity, { name: 'comment_sources_comment_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'comment_id', primaryKeyConstraintName: 'comment_sources_pk' })
  commentId: number;

  @Column('text')
  kind: 'email';

  /** Quoted history and signature, shown folded. */
  @Column('text', { nullable: true })
  quoted: string | null;
}
