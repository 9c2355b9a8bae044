import { describe, expect, it } from '@jest/globals';
import { nextTimeOfDay } from '../../services/notifications/local-time.ts';
import {
  AT_ONCE_AN_HOUR,
  capSince,
  pastQuiet,
  whenDue,
  type MailTimes,
} from '../../services/notifications/when-due.ts';

const PARIS: MailTimes = { frequency: 'instant', dailyAt: '08:00', quiet: null, timeZone: 'Europe/Paris' };
const due = (times: Partial<MailTimes>, now: string, earlier = 0): string =>
  whenDue({ ...PARIS, ...times }, { now: new Date(now), earlier }).toISOString();

describe('a letter is due', () => {
  it('eight seconds after it was made, ten times an hour, and at the next full hour from then on', () => {
    expect(due({}, '2026-06-01T10:20:00Z', AT_ONCE_AN_HOUR - 1)).toBe('2026-06-01T10:20:08.000Z');
    expect(due({}, '2026-06-01T10:20:00Z', AT_ONCE_AN_HOUR)).toBe('2026-06-01T11:00:00.000Z');
    expect(capSince(new Date('2026-06-01T10:20:00Z')).toISOString()).toBe('2026-06-01T10:00:00.000Z');
  });

  it('every hour at the full hour of the zone, also where that is half past for others', () => {
    expect(due({ frequency: 'hourly' }, '2026-06-01T10:20:00Z')).toBe('2026-06-01T11:00:00.000Z');
    expect(due({ frequency: 'hourly', timeZone: 'Asia/Kolkata' }, '2026-06-01T10:20:00Z')).toBe(
      '2026-06-01T10:30:00.000Z',
    );
    expect(due({ frequency: 'hourly' }, '2026-06-01T10:59:55Z')).toBe('2026-06-01T12:00:00.000Z');
  });

  it('once a day at the hour that was chosen, in summer as in winter', () => {
    const daily = { frequency: 'daily' } as const;
    expect(due(daily, '2026-06-01T05:00:00Z')).toBe('2026-06-01T06:00:00.000Z');
    expect(due(daily, '2026-06-01T06:00:00Z')).toBe('2026-06-02T06:00:00.000Z');
    expect(due(daily, '2026-10-24T07:00:00Z')).toBe('2026-10-25T07:00:00.000Z'); // clocks are put back in between
    expect(due(daily, '2026-03-28T08:00:00Z')).toBe('2026-03-29T06:00:00.000Z'); // and forward
    expect(due({ ...daily, timeZone: 'Pacific/Kiritimati' }, '2026-12-31T17:30:00Z')).toBe('2026-12-31T18:00:00.000Z');
    expect(due({ ...daily, dailyAt: '18:45' }, '2026-06-01T05:00:00Z')).toBe('2026-06-01T16:45:00.000Z');
  });

  it('when quiet hours are over, also those that last past midnight', () => {
    const night = { quiet: { from: '22:00', to: '07:30' } };
    expect(due(night, '2026-06-01T19:59:00Z')).toBe('2026-06-01T19:59:08.000Z');
    expect(due(night, '2026-06-01T20:00:00Z')).toBe('2026-06-02T05:30:00.000Z');
    expect(due(night, '2026-06-02T05:29:00Z')).toBe('2026-06-02T05:30:00.000Z');
    expect(due(night, '2026-06-02T05:30:00Z')).toBe('2026-06-02T05:30:08.000Z');
    const noon = { quiet: { from: '12:00', to: '14:00' }, frequency: 'hourly' as const };
    expect(due(noon, '2026-06-01T09:30:00Z')).toBe('2026-06-01T12:00:00.000Z');
    expect(due({ quiet: { from: '07:00', to: '09:00' }, frequency: 'daily' }, '2026-06-01T04:00:00Z')).toBe(
      '2026-06-01T07:00:00.000Z',
    );
    const never = new Date('2026-06-01T05:00:00Z');
    expect(pastQuiet({ ...PARIS, quiet: { from: '07:00', to: '07:00' } }, never)).toBe(never);
  });

  it('once in the night when clocks are put forward or back', () => {
    const next = (from: string, minutes: number): string =>
      nextTimeOfDay(new Date(from), minutes, 'Europe/Paris').toISOString();
    // 02:30 is skipped on 29 March 2026, and comes twice on 25 October.
    expect(next('2026-03-28T12:00:00Z', 150)).toBe('2026-03-29T01:30:00.000Z');
    expect(next('2026-10-24T12:00:00Z', 150)).toBe('2026-10-25T00:30:00.000Z');
    expect(next('2026-10-25T00:30:00Z', 150)).toBe('2026-10-25T01:30:00.000Z');
    const quiet = { from: '23:00', to: '02:30' };
    expect(due({ quiet }, '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(due({ quiet }, '2026-10-25T00:45:00Z')).toBe('2026-10-25T00:45:08.000Z');
    expect(due({ quiet }, '2026-10-25T01:15:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });
});
