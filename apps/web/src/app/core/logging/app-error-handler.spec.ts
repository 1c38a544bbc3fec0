import { TestBed } from '@angular/core/testing';
import { provideBackend } from '../../../testing/backend';
import { Toaster } from '../../ui/toaster';
import { AppErrorHandler } from './app-error-handler';
import { Logger } from './logger';

describe('AppErrorHandler', () => {
  it('writes an unexpected error down and tells the person', () => {
    TestBed.configureTestingModule({ providers: [provideBackend()] });
    const error = jest.spyOn(TestBed.inject(Logger), 'error').mockReturnValue();
    const bug = new Error('bug');

    TestBed.inject(AppErrorHandler).handleError(bug);

    expect(error).toHaveBeenCalledWith('unexpected error', { error: bug });
    expect(TestBed.inject(Toaster).toasts()[0]?.text).toMatch(/Something went wrong/);
  });
});
