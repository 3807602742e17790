import { describe, expect, it } from 'vitest';
import { inGroups, secretIn } from './secret.js';

describe('the secret of a second step', () => {
  it('is taken out of its address', () => {
    expect(secretIn('otpauth://totp/Throughline:ana%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Throughline')).toBe(
      'JBSWY3DPEHPK3PXP',
    );
  });

  it('is empty where the address holds none', () => {
    expect(secretIn('otpauth://totp/x')).toBe('');
    expect(secretIn('nonsense')).toBe('');
  });

  it('is read in groups of four', () => {
    expect(inGroups('JBSWY3DPEHPK3PX')).toBe('JBSW Y3DP EHPK 3PX');
    expect(inGroups('')).toBe('');
  });
});
