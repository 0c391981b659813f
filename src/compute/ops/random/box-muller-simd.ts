import { f32x4, i32, i32x4, v128, type Code } from "../../simd/instructions";
import { kind, type Body, type Local } from "../../simd/module";

const { add, mul, sub } = f32x4;
const c = f32x4.const;

/** Σ cᵢ·xⁱ, the highest power first. */
function polynomial(x: Code, coefficients: readonly number[]): Code {
  const [first, ...rest] = coefficients;
  return rest.reduce<Code>((sum, next) => add(mul(sum, x), c(next)), c(first!));
}

const SQRT_HALF = 0x3f3504f3;
const LOG = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1,
  -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
];

/**
 * √(−2 ln u) for u = (word/2⁸ + ½)·2⁻²⁴. In float32 k + ½ rounds above 2²³, which near u = 1 would
 * spoil the logarithm: what rounding took is put back after the mantissa is reduced.
 *
 * Source of the polynomial: Moshier's Cephes library, `logf`.
 */
function radius(body: Body, word: Local): { readonly code: Code; readonly value: Local } {
  const whole = body.local(kind.v128);
  const shifted = body.local(kind.v128);
  const exponent = body.local(kind.v128);
  const f = body.local(kind.v128);
  const square = body.local(kind.v128);
  const power = body.local(kind.v128);
  const lost = sub(c(0.5), sub(shifted.get, whole.get));
  const inverse = i32x4.shl(i32x4.sub(i32x4.const(127), exponent.get), i32.const(23));
  const mantissa = i32x4.add(v128.and(whole.get, i32x4.const(0x7fffff)), i32x4.const(SQRT_HALF));
  const code: Code = [
    whole.set(f32x4.fromI32(i32x4.shrU(word.get, i32.const(8)))),
    shifted.set(add(whole.get, c(0.5))),
    f.set(lost),
    whole.set(i32x4.sub(shifted.get, i32x4.const(SQRT_HALF))),
    exponent.set(i32x4.shrS(whole.get, i32.const(23))),
    f.set(add(sub(mantissa, c(1)), mul(f.get, inverse))),
    square.set(mul(f.get, f.get)),
    power.set(f32x4.fromI32(i32x4.sub(exponent.get, i32x4.const(24)))),
    f.set(
      add(
        add(
          f.get,
          sub(
            add(
              mul(mul(polynomial(f.get, LOG), f.get), square.get),
              mul(power.get, c(-2.1219444e-4)),
            ),
            mul(square.get, c(0.5)),
          ),
        ),
        mul(power.get, c(0.693359375)),
      ),
    ),
    f.set(f32x4.sqrt(mul(f.get, c(-2)))),
  ];
  return { code, value: f };
}

/** Cosine and sine of 2π·u; the quarter turn is taken off in whole numbers, so nothing is lost. */
function turn(body: Body, word: Local) {
  const place = body.local(kind.v128);
  const angle = body.local(kind.v128);
  const square = body.local(kind.v128);
  const sine = body.local(kind.v128);
  const cosine = body.local(kind.v128);
  const swap = body.local(kind.v128);
  const value = { cosine: body.local(kind.v128), sine: body.local(kind.v128) };
  const quarter = i32x4.shrU(place.get, i32.const(22));
  const rest = i32x4.sub(v128.and(place.get, i32x4.const(0x3fffff)), i32x4.const(0x200000));
  const sign = (of: Code): Code => i32x4.shl(v128.and(of, i32x4.const(2)), i32.const(30));
  const code: Code = [
    place.set(i32x4.add(i32x4.shrU(word.get, i32.const(8)), i32x4.const(0x200000))),
    angle.set(mul(add(f32x4.fromI32(rest), c(0.5)), c((Math.PI / 2) * 2 ** -22))),
    square.set(mul(angle.get, angle.get)),
    sine.set(
      add(
        mul(
          mul(
            polynomial(square.get, [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]),
            square.get,
          ),
          angle.get,
        ),
        angle.get,
      ),
    ),
    cosine.set(
      add(
        sub(
          mul(
            mul(
              polynomial(
                square.get,
                [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2],
              ),
              square.get,
            ),
            square.get,
          ),
          mul(square.get, c(0.5)),
        ),
        c(1),
      ),
    ),
    swap.set(i32x4.shrS(i32x4.shl(quarter, i32.const(31)), i32.const(31))),
    value.cosine.set(
      v128.xor(
        v128.select(sine.get, cosine.get, swap.get),
        sign(i32x4.add(quarter, i32x4.const(1))),
      ),
    ),
    value.sine.set(v128.xor(v128.select(cosine.get, sine.get, swap.get), sign(quarter))),
  ];
  return { code, value };
}

/**
 * Replaces the words of two lists by standard normal numbers: r·cos in the first, r·sin in the
 * second, each right to a few units of the last place of float32.
 *
 * Source: Box & Muller 1958; sine and cosine as in Moshier's Cephes library, `sinf`.
 */
export function boxMuller(body: Body, first: Local, second: Local): Code {
  const length = radius(body, first);
  const direction = turn(body, second);
  return [
    length.code,
    direction.code,
    first.set(mul(length.value.get, direction.value.cosine.get)),
    second.set(mul(length.value.get, direction.value.sine.get)),
  ];
}
