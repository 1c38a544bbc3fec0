import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RightsChanges } from './rights-changes.js';
import { RightsService } from './rights.service.js';
import { UserDirectory } from './user-directory.js';
import { UserEntity } from './user.entity.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  controllers: [UsersController],
  providers: [RightsChanges, RightsService, UsersRepository, UsersService, UserDirectory],
  exports: [RightsChanges, RightsService, UsersRepository, UsersService, UserDirectory],
})
export class UsersModule {}
