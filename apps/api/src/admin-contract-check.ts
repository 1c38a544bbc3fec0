import type * as contracts from '@ticketing/contracts';
import type { AdminUserDetailDto, AdminUserDto } from './admin-users/dto/admin-user.dto.js';
import type { ListAdminUsersQuery } from './admin-users/dto/list-admin-users.query.js';
import type { AdminUpdateUserDto, InviteUserDto } from './admin-users/dto/write-admin-user.dto.js';
import type { AuditChangeDto, AuditEntryDto, AuditObjectDto } from './audit/dto/audit-entry.dto.js';
import type { ReadAuditLogQuery } from './audit/dto/read-audit-log.query.js';
import type { Check, Same } from './contract-check.js';

/** The same as `contract-check.ts`, for the admin area. */
export type AdminContractsHold = Check<{
  AdminUpdateUserRequest: Same<AdminUpdateUserDto, contracts.AdminUpdateUserRequest>;
  AdminUser: Same<AdminUserDto, contracts.AdminUser>;
  AdminUserDetail: Same<AdminUserDetailDto, contracts.AdminUserDetail>;
  AdminUserListQuery: Same<ListAdminUsersQuery, contracts.AdminUserListQuery>;
  AuditChange: Same<AuditChangeDto, contracts.AuditChange>;
  AuditEntry: Same<AuditEntryDto, contracts.AuditEntry>;
  AuditLogQuery: Same<ReadAuditLogQuery, contracts.AuditLogQuery>;
  AuditObject: Same<AuditObjectDto, contracts.AuditObject>;
  InviteUserRequest: Same<InviteUserDto, contracts.InviteUserRequest>;
}>;
