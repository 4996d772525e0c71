using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Sums, products and their combinations.
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Ops.add_Tensor.Binary(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Ops.add_Tensor.Call(this, target, alpha);

        public Tensor add(Scalar scalar) => Ops.add_Scalar.Call(this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Ops.add_Scalar.Call(this, scalar, alpha);

        public Tensor add_(Tensor target) => Ops.add__Tensor.Update(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Ops.add__Tensor.Update(this, target, alpha);

        public Tensor add_(Scalar scalar) => Ops.add__Scalar.Update(this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Ops.add__Scalar.Update(this, scalar, alpha);

        public Tensor sub(Tensor target) => Ops.sub_Tensor.Binary(this, target);

        public Tensor sub(Scalar target) => Ops.sub_Scalar.Call(this, target);

        public Tensor sub_(Tensor target) => Ops.sub__Tensor.Update(this, target);

        public Tensor sub_(Scalar target) => Ops.sub__Scalar.Update(this, target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor mul(Tensor target) => Ops.mul_Tensor.Binary(this, target);

        public Tensor mul(Scalar target) => Ops.mul_Scalar.Call(this, target);

        public Tensor mul_(Tensor target) => Ops.mul__Tensor.Update(this, target);

        public Tensor mul_(Scalar target) => Ops.mul__Scalar.Update(this, target);

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div_Tensor.Call(this, target) : Ops.div_Tensor_mode.Call(this, target, Name(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div_Scalar.Call(this, target) : Ops.div_Scalar_mode.Call(this, target, Name(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div__Tensor.Update(this, target) : Ops.div__Tensor_mode.Update(this, target, Name(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div__Scalar.Update(this, target) : Ops.div__Scalar_mode.Update(this, target, Name(rounding_mode));

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        public Tensor floor_divide(Tensor other) => Ops.floor_divide.Binary(this, other);

        public Tensor floor_divide(Scalar other) => Ops.floor_divide_Scalar.Call(this, other);

        public Tensor floor_divide_(Tensor other) => Ops.floor_divide__Tensor.Update(this, other);

        public Tensor floor_divide_(Scalar other) => Ops.floor_divide__Scalar.Update(this, other);

        public Tensor fmod(Tensor target) => Ops.fmod_Tensor.Binary(this, target);

        public Tensor fmod(Scalar scalar) => Ops.fmod_Scalar.Call(this, scalar);

        public Tensor fmod_(Tensor target) => Ops.fmod__Tensor.Update(this, target);

        public Tensor fmod_(Scalar scalar) => Ops.fmod__Scalar.Update(this, scalar);

        public Tensor remainder(Tensor target) => Ops.remainder_Tensor.Binary(this, target);

        public Tensor remainder(Scalar scalar) => Ops.remainder_Scalar.Call(this, scalar);

        public Tensor remainder_(Tensor target) => Ops.remainder__Tensor.Update(this, target);

        public Tensor remainder_(Scalar scalar) => Ops.remainder__Scalar.Update(this, scalar);

        public Tensor pow(Tensor exponent) => Ops.pow_Tensor_Tensor.Binary(this, exponent);

        public Tensor pow(Scalar exponent) => Ops.pow_Tensor_Scalar.Call(this, exponent);

        public Tensor pow_(Tensor exponent) => Ops.pow__Tensor.Update(this, exponent);

        public Tensor pow_(Scalar exponent) => Ops.pow__Scalar.Update(this, exponent);

        public Tensor float_power(Tensor target) => Ops.float_power_Tensor_Tensor.Binary(this, target);

        public Tensor neg() => Ops.neg.Unary(this);

        public Tensor neg_() => Ops.neg_.Update(this);

        public Tensor negative() => neg();

        public Tensor positive() => dtype != ScalarType.Bool
            ? Ops.positive.Unary(this)
            : throw new ArgumentException("A tensor of Bool has no sign: convert it with .to(ScalarType.Int64).");

        public Tensor reciprocal() => Ops.reciprocal.Unary(this);

        public Tensor reciprocal_() => Ops.reciprocal_.Update(this);

        public Tensor square() => Ops.square.Unary(this);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul.Call(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul_.Update(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv.Call(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Ops.addcdiv.Call(this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv_.Update(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Ops.addcdiv_.Update(this, tensor1, tensor2);

        public Tensor lerp(Tensor end, Tensor weight) => Ops.lerp_Tensor.Call(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Ops.lerp__Tensor.Update(this, end, weight);

        public Tensor maximum(Tensor other) => Ops.maximum.Binary(this, other);

        public Tensor minimum(Tensor other) => Ops.minimum.Binary(this, other);

        public Tensor fmax(Tensor other) => Ops.fmax.Binary(this, other);

        public Tensor fmin(Tensor other) => Ops.fmin.Binary(this, other);

        public Tensor hypot(Tensor other) => Ops.hypot.Binary(this, other);

        public Tensor copysign(Tensor other) => Ops.copysign_Tensor.Binary(this, other);

        public Tensor logaddexp(Tensor other) => Ops.logaddexp.Binary(this, other);

        public Tensor logaddexp2(Tensor other) => Ops.logaddexp2.Binary(this, other);

        public Tensor xlogy(Tensor y) => Ops.xlogy_Tensor.Binary(this, y);

        public Tensor xlogy(Scalar y) => Ops.xlogy_Scalar_Other.Call(this, y);

        public Tensor xlogy_(Tensor y) => Ops.xlogy__Tensor.Update(this, y);

        public Tensor xlogy_(Scalar y) => Ops.xlogy__Scalar_Other.Update(this, y);

        public Tensor gcd(Tensor other) => Ops.gcd.Binary(this, other);

        public Tensor lcm(Tensor other) => Ops.lcm.Binary(this.OfIntegers("this"), other.OfIntegers(nameof(other)));

        public Tensor ldexp(Tensor other) => Ops.ldexp_Tensor.Binary(this, other);

        public Tensor nextafter(Tensor other) => Ops.nextafter.Binary(this, other);

        public Tensor heaviside(Tensor other) => Ops.heaviside.Binary(this, other);
    }
}
