import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { UsersModule } from '../users/index.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { AdminUsersController } from './admin-users.controller.js';
import { AdminUsersReader } from './admin-users-reader.js';
import { AdminUsersRepository } from './admin-users.repository.js';
import { AdminUsersService } from './admin-users.service.js';

/** People as admins manage them. Beside `users`, because an account has sessions and mailed links, too. */
@Module({
  imports: [AuthModule, UsersModule],
  controllers: [AdminUsersController, AccountsController],
  providers: [AccountsService, AdminUsersReader, AdminUsersRepository, AdminUsersService],
})
export class AdminUsersModule {}
