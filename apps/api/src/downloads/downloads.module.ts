import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { AdminDownloadsController } from './admin-downloads.controller.js';
import { DownloadTokens } from './download-tokens.js';
import { DownloadsController } from './downloads.controller.js';
import { DownloadsService } from './downloads.service.js';
import { ExportRoutes } from './export-routes.js';
import { ForgetDownloads } from './forget-downloads.js';
import { UsedDownloadEntity } from './used-download.entity.js';
import { UsedDownloadsRepository } from './used-downloads.repository.js';

/** Exports as links that a browser follows. */
@Module({
  imports: [AuthModule, DiscoveryModule, TypeOrmModule.forFeature([UsedDownloadEntity])],
  controllers: [AdminDownloadsController, DownloadsController],
  providers: [DownloadsService, DownloadTokens, ExportRoutes, ForgetDownloads, UsedDownloadsRepository],
})
export class DownloadsModule {}
