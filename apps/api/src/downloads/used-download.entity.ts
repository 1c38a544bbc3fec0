import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link that was used. What it is for stands in the link alone. */
@Entity('used_downloads')
@Index('used_downloads_expires', ['expiresAt'])
export class UsedDownloadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'used_downloads_pk' })
  id: string;

  /** It opens nothing after that, so that nobody has to remember it. */
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}
