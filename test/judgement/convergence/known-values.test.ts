import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/foundation/index.js';
import {
  CONVERGENCE_PARAMETERS,
  resolveConvergenceParameters,
} from '../../../src/judgement/convergence/convergence-parameters.js';
import { logBetaDensity, logChoose, logGamma } from '../../../src/judgement/convergence/log-gamma.js';
import { passageNats } from '../../../src/judgement/convergence/passage-part.js';
import { surprise } from '../../../src/features/index.js';
import { payrollNats } from '../../../src/judgement/convergence/payroll-part.js';

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

describe('logGamma', () => {
  it('is ln (n - 1)! at whole numbers, ln sqrt(pi) at one half, and large where it is large', () => {
    for (let n = 1; n <= 20; n++) expect(logGamma(n)).toBeCloseTo(Math.log(factorial(n - 1)), 10);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(1001)).toBeCloseTo(5912.128178488163, 6);
  });
});

describe('logChoose', () => {
  it('counts choices', () => {
    expect(Math.exp(logChoose(5, 2))).toBeCloseTo(10, 9);
    expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2_598_960, 3);
    expect(logChoose(7, 0)).toBe(0);
    expect(logChoose(7, 7)).toBe(0);
  });
});

describe('logBetaDensity', () => {
  it('is the density x^7 (1 - x) / B(8, 2) = 72 x^7 (1 - x), flat for 1 and 1, and nothing at the ends', () => {
    for (const x of [0.1, 0.5, 0.82, 0.99])
      expect(Math.exp(logBetaDensity(x, 8, 2))).toBeCloseTo(72 * x ** 7 * (1 - x), 9);
    expect(logBetaDensity(0.3, 1, 1)).toBeCloseTo(0, 12);
    expect(logBetaDensity(1, 8, 2)).toBe(-Infinity);
    expect(logBetaDensity(0, 8, 2)).toBe(-Infinity);
  });

  it('integrates to one', () => {
    const steps = 10_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += Math.exp(logBetaDensity((i + 0.5) / steps, 8, 2)) / steps;
    expect(sum).toBeCloseTo(1, 6);
  });
});

describe('passageNats', () => {
  const values = resolveConvergenceParameters();

  it('speaks against below five eighths and never falls with the share passed on', () => {
    expect(passageNats(0.6, values)).toBeLessThan(0);
    expect(passageNats(0.63, values)).toBeGreaterThan(0);
    let before = -Infinity;
    for (let share = 0; share <= 1; share += 0.001) {
      const nats = passageNats(share, values);
      expect(nats).toBeGreaterThanOrEqual(before);
      before = nats;
    }
    expect(passageNats(1, values)).toBeCloseTo(Math.log(72 * 0.875 ** 7 * 0.125), 9);
  });
});

describe('surprise', () => {
  it('is n ln (1 / share) where all were exceptional, and 0 at the share or below', () => {
    expect(surprise(10, 10, 0.05)).toBeCloseTo(10 * Math.log(20), 9);
    expect(surprise(1, 20, 0.05)).toBe(0);
    expect(surprise(0, 0, 0.05)).toBe(0);
  });

  it('bounds the binomial tail from above, and grows with every exceptional payer', () => {
    const share = 0.08;
    for (let n = 1; n <= 30; n++) {
      for (let k = 0; k <= n; k++) {
        let tail = 0;
        for (let j = k; j <= n; j++) tail += Math.exp(logChoose(n, j)) * share ** j * (1 - share) ** (n - j);
        expect(Math.exp(-surprise(k, n, share))).toBeGreaterThanOrEqual(tail * (1 - 1e-9));
        expect(surprise(k + 1, n + 1, share)).toBeGreaterThanOrEqual(surprise(k, n, share) - 1e-12);
      }
    }
  });
});

describe('payrollNats', () => {
  it('is ln Poisson(w; 1) - ln Poisson(w; members), never above 0, never rising with a living', () => {
    const poisson = (w: number, mean: number): number => -mean + w * Math.log(mean) - Math.log(factorial(w));
    for (const members of [3, 5, 12]) {
      for (let w = 0; w < 15; w++) {
        expect(payrollNats(w, members)).toBeCloseTo(Math.min(0, poisson(w, 1) - poisson(w, members)), 9);
        expect(payrollNats(w + 1, members)).toBeLessThanOrEqual(payrollNats(w, members));
      }
    }
  });
});

describe('constants', () => {
  it('stand inside their own ranges and can be set', () => {
    for (const [name, { value }] of Object.entries(CONVERGENCE_PARAMETERS)) {
      expect(resolveConvergenceParameters({ [name]: value })).toEqual(resolveConvergenceParameters());
    }
    expect(resolveConvergenceParameters({ closure: 0.7 }).closure).toBe(0.7);
  });

  it('refuse what is unknown, out of range, or no whole number', () => {
    const codeOf = (run: () => unknown): string | undefined => {
      try {
        run();
      } catch (error) {
        if (error instanceof UsageError) return error.code;
      }
      return undefined;
    };
    expect(codeOf(() => resolveConvergenceParameters({ nothing: 1 }))).toBe('unknown-parameter');
    expect(codeOf(() => resolveConvergenceParameters({ closure: 1.5 }))).toBe('option-range');
    expect(codeOf(() => resolveConvergenceParameters({ steps: 2.5 }))).toBe('parameter-integer');
  });
});
